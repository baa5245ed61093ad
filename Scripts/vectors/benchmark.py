"""The figures of the similarity benchmark (eval/similarity/evaluate.py), on matrices."""
import collections
import json
import math
import sqlite3

import numpy as np
import scipy.sparse as sparse

LEAST_NEGATIVE = 8  # as in evaluate.py: with fewer items a family says nothing about what it lacks


class Benchmark:
    """Items with labels; `scores` measures a likeness of items, and of names of types with items."""

    def __init__(self, folder, index, stemmer):
        self.items = sorted(read(folder / "dev.jsonl"), key=lambda item: item["id"])
        held = {label for item in self.items for label in item["types"]}
        kinds = [kind for kind in read(folder / "types.jsonl") if kind["type"] in held]
        self.types = [kind["type"] for kind in kinds]
        self.type_names = {kind["type"]: kind["name"] for kind in kinds}
        texts = [item["text"] for item in self.items] + list(self.type_names.values())
        stemmer.learn(texts)
        self.bags = [collections.Counter(stemmer.stems(text)) for text in texts]
        self.labels = np.array([[kind in item["types"] for kind in self.types] for item in self.items])
        families = sorted({item["family"] for item in self.items})
        self.family = np.array([families.index(item["family"]) for item in self.items])
        database = sqlite3.connect(index)
        clauses = database.execute("SELECT count(*) FROM clause").fetchone()[0]
        having = dict(database.execute("SELECT term, clauses FROM term"))
        known = {term: n for n, term in enumerate(sorted({t for bag in self.bags for t in bag}))}
        rarity = np.array([math.log(1 + 1 / (having.get(t, 0) / clauses + 0.003)) for t in known])
        self.lexical = self.likeness(known, sparse.diags(rarity).tocsr())

    def likeness(self, number, rows):
        """Cosines of (items + type names) × items under a table: term → row number, and the rows."""
        entries = [(n, number[t], 1 + math.log(c)) for n, bag in enumerate(self.bags) for t, c in bag.items() if t in number]
        text, term, weight = zip(*entries)
        sums = sparse.csr_matrix((weight, (text, term)), (len(self.bags), len(number))) @ rows
        if sparse.issparse(sums):
            lengths = np.sqrt(np.asarray(sums.multiply(sums).sum(1)).ravel())
            sums = sparse.diags(1 / np.maximum(lengths, 1e-12)) @ sums
            return (sums @ sums[:len(self.items)].T).toarray()
        sums /= np.maximum(np.linalg.norm(sums, axis=1, keepdims=True), 1e-12)
        return sums @ sums[:len(self.items)].T

    def scores(self, likeness, items=None, types=None):
        """nDCG@10 and MAP of items (A), nDCG@10 of names (B), AUC of families (C).

        `items` measures among these items only; `types`, the queries with one of these types.
        """
        at = np.arange(len(self.items)) if items is None else np.flatnonzero(items)
        kinds = np.ones(len(self.types), bool) if types is None else types
        labels, family = self.labels[at], self.family[at]
        scores = likeness[np.ix_(at, at)].copy()
        same = family[:, None] == family[None]
        relevant = (labels.astype(np.float32) @ labels.T > 0) & ~same
        scores[same] = -np.inf
        queries = np.flatnonzero(relevant.any(1) & labels[:, kinds].any(1))
        gain, precision = ranked(scores[queries], relevant[queries])
        named = np.flatnonzero(kinds & labels.any(0))
        by_name, _ = ranked(likeness[len(self.items) + named][:, at], labels.T[named])
        return {"A nDCG@10": gain, "A MAP": precision, "B nDCG@10": by_name,
                "C AUC": areas(scores, labels, family, queries, kinds)}


def ranked(scores, relevant):
    """Mean nDCG@10 and mean average precision of rows."""
    order = np.argsort(-scores, axis=1, kind="stable")
    hit = np.take_along_axis(relevant, order, 1)
    wanted = hit.sum(1)
    discount = 1 / np.log2(np.arange(10) + 2)
    best = np.concatenate([[0], np.cumsum(discount)])[np.minimum(wanted, 10)]
    precision = (np.cumsum(hit, 1) / np.arange(1, hit.shape[1] + 1) * hit).sum(1) / wanted
    return float(((hit[:, :10] * discount[:hit.shape[1]]).sum(1) / best).mean()), float(precision.mean())


def areas(scores, labels, family, queries, kinds):
    """Mean area under the curve of "the family has the type", families ranked by their best item."""
    order = np.argsort(family, kind="stable")
    present, starts, counts = np.unique(family[order], return_index=True, return_counts=True)
    best = np.maximum.reduceat(scores[:, order], starts, axis=1)
    has = np.maximum.reduceat(labels[order], starts, axis=0)
    found = []
    for query in queries:
        for kind in np.flatnonzero(labels[query] & kinds):
            counted = (has[:, kind] | (counts >= LEAST_NEGATIVE)) & (present != family[query])
            yes, value = has[counted, kind], best[query, counted]
            if yes.any() and not yes.all():
                no = np.sort(value[~yes])
                above = np.searchsorted(no, value[yes], "left") + np.searchsorted(no, value[yes], "right")
                found.append(above.mean() / 2 / len(no))
    return float(np.mean(found))


def read(path):
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]
