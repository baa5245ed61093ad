"""Clauses of an index as arrays of stems: what the vectors are trained on."""
import collections
import csv
import re
import sqlite3

import numpy as np
import scipy.sparse as sparse

WORD = re.compile(r"[^\W_]+")
# A sentence ends after its full stop, a list item or a lead-in with its line or colon.
SENTENCE = re.compile(r"(?<=[.;!?])[\"”’)\]]*\s+|\n+|(?<=:)\s+")


class Stemmer:
    """The stems that the index makes: SQLite's own tokenizer, asked once a word."""

    def __init__(self):
        self.known = {}

    def learn(self, texts):
        words = sorted({w for t in texts for w in WORD.findall(t.lower())} - self.known.keys())
        if not words:
            return
        database = sqlite3.connect(":memory:")
        database.execute("CREATE VIRTUAL TABLE word USING fts5 (w, tokenize = 'porter unicode61 remove_diacritics 2')")
        database.execute("CREATE VIRTUAL TABLE stem USING fts5vocab (word, 'instance')")
        database.executemany("INSERT INTO word (rowid, w) VALUES (?, ?)", enumerate(words, 1))
        found = collections.defaultdict(list)
        for term, row, offset in database.execute("SELECT term, doc, offset FROM stem"):
            found[row].append((offset, term))
        self.known.update((w, [t for _, t in sorted(found[n])]) for n, w in enumerate(words, 1))

    def stems(self, text):
        return [stem for word in WORD.findall(text.lower()) for stem in self.known.get(word, ())]


def companies(registry):
    """Name of a service, lower case → its company, for services that have one owner."""
    with open(registry, encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return {place.split("/", 1)[1].lower(): row["company"]
            for row in rows for place in re.split(r"; | \| ", row["services"])}


class Texts:
    """Distinct clauses with their sentences, headings, companies and types; `terms` are the stems in use."""

    def __init__(self, index, registry, least=2):
        database = sqlite3.connect(index)
        rows = database.execute(
            "SELECT service, title, heading, text FROM clause JOIN document ON document.number = clause.document"
            " ORDER BY clause.number").fetchall()
        typed = database.execute("SELECT clause, type FROM typing ORDER BY clause, type").fetchall()
        types = database.execute("SELECT number, name, definition FROM clause_type ORDER BY number").fetchall()
        self.stemmer = Stemmer()
        self.stemmer.learn(t for row in rows for t in row[1:])
        self.stemmer.learn(t for row in types for t in row[1:])
        place, first, self.clauses = {}, {}, []
        for number, (service, title, heading, text) in enumerate(rows, 1):
            sentences = [s for s in SENTENCE.split(text) if s and self.stemmer.stems(s)]
            words = tuple(tuple(self.stemmer.stems(s)) for s in sentences)
            if not words:
                continue
            if words not in first:
                first[words] = len(self.clauses)
                self.clauses.append((service, title, heading, sentences, words))
                place[number] = first[words]
        count = collections.Counter(t for c in self.clauses for t in {t for s in c[4] for t in s})
        self.terms = sorted(t for t, n in count.items() if n >= least)
        self.number = {t: n for n, t in enumerate(self.terms)}
        self.frequency = np.array([count[t] for t in self.terms])
        self.sentences = [[self.ids(s) for s in c[4]] for c in self.clauses]
        self.raw = [c[3] for c in self.clauses]
        owner, seen = companies(registry), {}
        self.company = np.array([seen.setdefault(owner.get(c[0].lower(), c[0]), len(seen)) for c in self.clauses])
        self.read_headings()
        self.read_types(types, [(place[c], t - 1) for c, t in typed if c in place])

    def ids(self, stems):
        return np.array([self.number[t] for t in stems if t in self.number], np.int64)

    def read(self, text):
        """The terms of any text, in order."""
        self.stemmer.learn([text])
        return self.ids(self.stemmer.stems(text))

    def read_headings(self):
        numbers, self.titles, self.parents = {}, [], []
        self.title = np.full(len(self.clauses), -1)
        for k, (_, title, heading, _, _) in enumerate(self.clauses):
            stems = self.ids(self.stemmer.stems(title))
            if 0 < len(stems) <= 14:
                self.title[k] = numbers.setdefault(tuple(stems), len(numbers))
                if self.title[k] == len(self.titles):
                    self.titles.append(stems)
            path = heading.split(" › ")
            self.parents.append(self.ids(self.stemmer.stems(path[-2])) if len(path) > 1 else stems[:0])

    def read_types(self, types, typed):
        """Types of clauses, and of each typed clause the sentence that most likely made the type."""
        self.typed = np.array(typed)
        self.type_texts = [(self.ids(self.stemmer.stems(name)), self.ids(self.stemmer.stems(definition)))
                           for _, name, definition in types]
        self.types = sparse.csr_matrix(
            (np.ones(len(typed), np.float32), (self.typed[:, 0], self.typed[:, 1])), (len(self.clauses), len(types)))
        having = (self.types.T @ (self.counts() > 0).astype(np.float32)).toarray()
        clauses = np.asarray(self.types.sum(0)).ravel()[:, None]
        usual = (self.frequency + 1) / (len(self.clauses) + 2)
        odds = np.log((having + 20 * usual) / (clauses + 20)) - np.log(usual)
        self.evidence = []
        for k, kind in self.typed:
            words = [np.unique(s) for s in self.sentences[k]]
            self.evidence.append(int(np.argmax([odds[kind, w].sum() / (len(w) + 6) if len(w) > 3 else -1e9 for w in words])))

    def counts(self):
        """Clauses × terms: how often a clause's text has a term."""
        return bags([np.concatenate(s) for s in self.sentences], len(self.terms))

    def excerpt(self, clause, random, start=None):
        """One or a few sentences of a clause: their terms, and which sentences they are."""
        sentences = self.sentences[clause]
        start = int(random.integers(len(sentences))) if start is None else start
        wanted, end, length = int(random.integers(6, 45)), start, 0
        while end < len(sentences) and length < wanted:
            length += len(sentences[end])
            end += 1
        while start > 0 and length < 6:
            start -= 1
            length += len(sentences[start])
        return np.concatenate(sentences[start:end])[:90], (start, end)


def bags(texts, terms):
    """Texts × terms: occurrences."""
    rows = np.repeat(np.arange(len(texts)), [len(t) for t in texts])
    columns = np.concatenate([*texts, np.zeros(0, np.int64)])
    bag = sparse.csr_matrix((np.ones(len(rows), np.float32), (rows, columns)), (len(texts), terms))
    bag.sum_duplicates()
    return bag
