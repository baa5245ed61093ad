"""Pairs of texts that say the same, drawn from headings, rule types and, where given, human labels."""
import collections

import numpy as np

# Shares of the kinds of pairs in a batch; measured, see the model card.
KINDS = {"heading": 0.35, "same heading": 0.20, "same type": 0.25, "type name": 0.15, "same clause": 0.05}


class Pairs:
    """Draws pairs; a pair is two arrays of terms, two clauses (or −1), two headings (or −1), and a type (or −1)."""

    def __init__(self, texts):
        self.texts = texts
        groups = collections.defaultdict(list)
        for clause, title in enumerate(texts.title):
            if title >= 0:
                groups[title].append(clause)
        size = np.array([len(groups[t]) if t >= 0 else 0 for t in texts.title])
        self.heading = cumulative(np.where(size > 0, np.maximum(size, 1) ** -0.4, 0))
        self.groups = [np.array(g) for g in groups.values() if len(set(texts.company[g])) > 1]
        self.group = cumulative([min(len(g), 200) ** 0.6 for g in self.groups])
        self.of_type = [np.flatnonzero(texts.typed[:, 1] == t) for t in range(len(texts.type_texts))]
        self.type = cumulative([min(len(x), 1500) ** 0.5 if len(x) > 1 else 0 for x in self.of_type])

    def draw(self, kind, random):
        texts = self.texts
        if kind == "heading":
            clause = pick(self.heading, random)
            words = texts.titles[texts.title[clause]]
            if random.random() < 0.2:
                words = np.concatenate([words, texts.parents[clause]])
            return words, texts.excerpt(clause, random)[0], clause, clause, -1
        if kind == "same clause":
            clause = int(random.integers(len(texts.sentences)))
            return texts.excerpt(clause, random)[0], texts.excerpt(clause, random)[0], clause, clause, -1
        if kind == "type name":
            number = pick(self.type, random)
            clause, words = self.evidence(self.of_type[number], random)
            return texts.type_texts[number][int(random.random() < 0.4)], words, -1, clause, number
        for _ in range(20):
            if kind == "same heading":
                group, number = self.groups[pick(self.group, random)], -1
                one, other = (group[i] for i in random.choice(len(group), 2, replace=False))
                left, right = texts.excerpt(one, random)[0], texts.excerpt(other, random)[0]
            else:
                number = pick(self.type, random)
                (one, left), (other, right) = (self.evidence(self.of_type[number], random) for _ in range(2))
            if texts.company[one] != texts.company[other] and not np.array_equal(left, right):
                break
        return left, right, one, other, number

    def evidence(self, typings, random):
        """A clause of a type, and the words from the sentence on that speaks of it."""
        typing = typings[random.integers(len(typings))]
        clause = self.texts.typed[typing, 0]
        return clause, self.texts.excerpt(clause, random, self.texts.evidence[typing])[0]

    def related(self, drawn):
        """Batch × batch: which texts may well say the same (a heading or a type in common) and are no negatives."""
        one, other, number = (np.array([d[i] for d in drawn]) for i in (2, 3, 4))
        headings = [np.where(c >= 0, self.texts.title[c], -1) for c in (one, other)]
        related = (headings[0][:, None] == headings[1][None]) & (headings[0][:, None] >= 0)
        kinds = [self.texts.types[np.maximum(c, 0)].toarray() * (c >= 0)[:, None] for c in (one, other)]
        given = np.flatnonzero(number >= 0)
        for k in kinds:
            k[given, number[given]] = 1
        return related | (kinds[0] @ kinds[1].T > 0)


class LabelledPairs:
    """Pairs of quotes that people filed under the same case, of different owners; and the case's name with a quote."""

    def __init__(self, texts, items, names):
        self.words = [texts.read(item["text"]) for item in items]
        self.family = [item["family"] for item in items]
        self.labels = [item["types"] for item in items]
        self.names = {label: texts.read(name) for label, name in names.items()}
        having = collections.defaultdict(list)
        for number, labels in enumerate(self.labels):
            for label in labels:
                having[label].append(number)
        self.having = {label: items for label, items in sorted(having.items())
                       if len({self.family[i] for i in items}) > 1}
        self.all = list(self.having)
        self.number = {label: n for n, label in enumerate(self.all)}
        self.label = cumulative([len(items) ** 0.5 for items in self.having.values()])

    def draw(self, random):
        """Two arrays of terms, and the labels of both as a row of zeros and ones."""
        label = self.all[pick(self.label, random)]
        items = self.having[label]
        one = items[random.integers(len(items))]
        other = next((o for o in (items[i] for i in random.permutation(len(items))) if self.family[o] != self.family[one]))
        row = np.zeros(len(self.all), np.float32)
        if random.random() < 0.2:
            row[self.number[label]] = 1
            return self.names[label], self.words[one], row
        for known in self.labels[one] + self.labels[other]:
            if known in self.number:
                row[self.number[known]] = 1
        return self.words[one], self.words[other], row


def cumulative(weights):
    total = np.cumsum(np.asarray(weights, float))
    return total / total[-1]


def pick(cumulative, random):
    return min(int(np.searchsorted(cumulative, random.random(), side="right")), len(cumulative) - 1)
