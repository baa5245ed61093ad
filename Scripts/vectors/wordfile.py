"""Reads and writes words.bin: the table of word vectors as bytes, little endian.

"CLVEC001", dimensions, terms, bytes of the terms (uint32 each), the terms sorted bytewise and joined by line feeds,
a float32 scale a term, and the rows as int8.
"""
import struct

import numpy as np

MAGIC = b"CLVEC001"


def write(path, terms, rows):
    """Writes the table; returns its size in bytes. The rows hold all weights."""
    order = sorted(range(len(terms)), key=lambda i: terms[i].encode())
    rows = rows[order]
    scale = (np.maximum(np.abs(rows).max(1), 1e-12) / 127).astype("<f4")
    whole = np.rint(rows / scale[:, None]).clip(-127, 127).astype("i1")
    blob = "\n".join(terms[i] for i in order).encode()
    data = MAGIC + struct.pack("<III", rows.shape[1], len(terms), len(blob)) + blob + scale.tobytes() + whole.tobytes()
    with open(path, "wb") as file:
        file.write(data)
    return len(data)


def read(path):
    """Terms → row numbers, and the rows with their scale."""
    with open(path, "rb") as file:
        data = file.read()
    if data[:8] != MAGIC:
        raise ValueError(f"{path} is no table of word vectors")
    dimensions, count, length = struct.unpack("<III", data[8:20])
    terms = data[20:20 + length].decode().split("\n")
    scale = np.frombuffer(data, "<f4", count, 20 + length)
    rows = np.frombuffer(data, "i1", count * dimensions, 20 + length + 4 * count).reshape(count, dimensions)
    return {term: number for number, term in enumerate(terms)}, rows * scale[:, None]
