"""The table under training, its losses, and its start from latent semantic analysis."""
import numpy as np
import scipy.sparse as sparse

RARITY = 1e-5  # a of a/(a + p(word)), Arora and others 2017; measured: ten times more costs half a point


class Table:
    """A row and a logarithmic weight for each term; trained by Adam on the rows that a step touches."""

    def __init__(self, start, occurrences):
        length = np.linalg.norm(start, axis=1)
        self.rows = (start / np.maximum(length, 1e-9)[:, None]).astype(np.float32)
        gain = np.log(np.maximum(length, length[length > 0].min()))
        self.gain = (gain - np.average(gain, weights=occurrences)).astype(np.float32)
        self.begin_again()

    def begin_again(self):
        """Forgets the moments of earlier steps."""
        self.moments = [np.zeros_like(self.rows), np.zeros_like(self.rows)]
        self.gain_moments = [np.zeros_like(self.gain), np.zeros_like(self.gain)]
        self.steps = 0

    def vectors(self, bag):
        """Unit vectors of bags of words, with what the way back needs."""
        bag = bag.copy()
        bag.data = (1 + np.log(bag.data)) * np.exp(self.gain[bag.indices])
        sums = bag @ self.rows
        lengths = np.maximum(np.linalg.norm(sums, axis=1, keepdims=True), 1e-6)
        return sums / lengths, (bag, lengths)

    def step(self, passes, rate, decay=(0.9, 0.98)):
        """One step of Adam down the gradients of unit vectors; a pass is (vectors, way back, gradient)."""
        self.steps += 1
        bag = sparse.vstack([back[0] for _, back, _ in passes]).tocsr()
        down = np.vstack([(g - (g * v).sum(1, keepdims=True) * v) / back[1] for v, back, g in passes])
        touched, columns = np.unique(bag.indices, return_inverse=True)
        bag = sparse.csr_matrix((bag.data, columns, bag.indptr), (bag.shape[0], len(touched)))
        gradient = (bag.T @ down).astype(np.float32)
        self.adam(self.gain, self.gain_moments, touched, (gradient * self.rows[touched]).sum(1), rate, decay)
        self.adam(self.rows, self.moments, touched, gradient, rate, decay)

    def adam(self, values, moments, touched, gradient, rate, decay):
        mean = moments[0][touched] * decay[0] + (1 - decay[0]) * gradient
        square = moments[1][touched] * decay[1] + (1 - decay[1]) * gradient * gradient
        moments[0][touched], moments[1][touched] = mean, square
        mean, square = mean / (1 - decay[0] ** self.steps), square / (1 - decay[1] ** self.steps)
        values[touched] -= rate * mean / (np.sqrt(square) + 1e-8)

    def set(self, rows):
        """Takes rows with their weights in them."""
        self.rows, self.gain = rows, np.zeros_like(self.gain)

    def folded(self):
        """The rows with their weights in them."""
        return self.rows * np.exp(self.gain)[:, None]


def softmax(x):
    x = np.exp(x - x.max(1, keepdims=True))
    return x / x.sum(1, keepdims=True)


def pair_loss(left, right, related, temperature):
    """Each text must find its partner among the others of the batch, but for related ones; gradients of both sides."""
    scores = left @ right.T / temperature
    scores[related] = -1e4
    diagonal = np.arange(len(left))
    forth, back = softmax(scores), softmax(scores.T)
    loss = -np.log(np.maximum(forth[diagonal, diagonal] * back[diagonal, diagonal], 1e-18)).mean() / 2
    forth[diagonal, diagonal] -= 1
    back[diagonal, diagonal] -= 1
    gradient = (forth + back.T) / (2 * len(left) * temperature)
    return loss, gradient @ right, gradient.T @ left


def teacher_loss(vectors, teacher, temperature):
    """Cross entropy of whom the teacher finds like a text and whom the table does; gradient of the vectors."""
    diagonal = np.arange(len(vectors))
    scores, wanted = vectors @ vectors.T / temperature, teacher @ teacher.T / temperature
    scores[diagonal, diagonal] = wanted[diagonal, diagonal] = -1e4
    scores, wanted = softmax(scores), softmax(wanted)
    loss = (wanted * np.log(np.maximum(wanted, 1e-9) / np.maximum(scores, 1e-9))).sum(1).mean()
    gradient = (scores - wanted) / (len(vectors) * temperature)
    return loss, (gradient + gradient.T) @ vectors


def latent(counts, dimensions, seed):
    """Latent semantic analysis of clauses × terms; weighted by rarity, without its first principal component."""
    random = np.random.default_rng(seed)
    found = np.asarray((counts > 0).sum(0)).ravel()
    weighed = counts.copy()
    weighed.data = 1 + np.log(weighed.data)
    weighed = weighed @ sparse.diags((np.log(counts.shape[0] / (found + 1) + 1)).astype(np.float32))
    lengths = np.sqrt(np.asarray(weighed.multiply(weighed).sum(1)).ravel())
    weighed = (sparse.diags((1 / np.maximum(lengths, 1e-9)).astype(np.float32)) @ weighed).tocsr()
    # Randomised subspace iteration (Halko and others 2011).
    basis = weighed @ random.standard_normal((counts.shape[1], dimensions + 16)).astype(np.float32)
    for _ in range(4):
        basis = np.linalg.qr(weighed @ np.linalg.qr(weighed.T @ np.linalg.qr(basis)[0])[0])[0]
    _, strengths, right = np.linalg.svd((weighed.T @ basis).T, full_matrices=False)
    share = np.asarray(counts.sum(0)).ravel()
    share = share / share.sum()
    rows = (right[:dimensions].T * strengths[:dimensions]) * (RARITY / (RARITY + share))[:, None]
    return without_common(rows, counts[::5])


def without_common(rows, counts):
    """Rows without the direction that all texts share."""
    counts = counts.copy()
    counts.data = 1 + np.log(counts.data)
    vectors = counts @ rows
    vectors /= np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)
    common = np.linalg.eigh(vectors.T @ vectors)[1][:, -1]
    return rows - np.outer(rows @ common, common)


def merged(tables, counts, dimensions):
    """One table of several: side by side, then the directions in which clauses differ most."""
    rows = np.hstack([t / np.linalg.norm(t) for t in tables])
    counts = counts[::6].copy()
    counts.data = 1 + np.log(counts.data)
    vectors = counts @ rows
    vectors /= np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)
    return rows @ np.linalg.eigh(vectors.T @ vectors)[1][:, -dimensions:]
