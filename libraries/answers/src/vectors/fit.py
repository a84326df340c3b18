"""Fits one vector to each word piece, so that the sums over two texts' pieces are as alike as the
teacher's vectors of the two texts."""

import numpy as np
from scipy import sparse

RIDGE_PENALTY = 60
RIDGE_ROUNDS = 10
CLUSTERS = 400
OF_ONE_CLUSTER = 64
BATCH = 1024
RATE = 0.01
FOCUS = 5
ALIKE = 0.2
OF_DIRECTION = 0.05


def piece_shares(texts, pieces):
    """The texts as rows of a sparse matrix: each piece's share in each text."""
    column = {piece: i for i, piece in enumerate(pieces)}
    rows, columns = [], []
    for row, ids in enumerate(texts):
        for piece in ids:
            if piece in column:
                rows.append(row)
                columns.append(column[piece])
    matrix = sparse.csr_matrix(
        (np.ones(len(rows), dtype=np.float32), (rows, columns)), shape=(len(texts), len(pieces))
    )
    lengths = np.maximum(np.asarray(matrix.sum(axis=1)).ravel(), 1)
    return (sparse.diags((1 / lengths).astype(np.float32)) @ matrix).tocsr()


def first_guess(alone):
    """Each piece through the teacher alone, centred, times log(1 + rank): common pieces, which come
    first in the vocabulary, say less (Tulkens and van Dongen 2024, Model2Vec)."""
    centred = alone - alone.mean(axis=0)
    weights = np.log1p(np.arange(1, len(alone) + 1, dtype=np.float32))
    return (centred * (weights / weights.mean())[:, None]).astype(np.float32)


def scaled(guess, shares, teacher):
    """The guess times the one number that brings its texts nearest to the teacher's."""
    some = slice(0, 60_000)
    made = shares[some] @ guess
    return guess * np.float32((made * teacher[some]).sum() / (made * made).sum())


def principal_axes(vectors, dimensions):
    """The axes along which vectors differ most, as columns."""
    _, axes = np.linalg.eigh((vectors.T @ vectors).astype(np.float64))
    return axes[:, ::-1][:, :dimensions].astype(np.float32)


def ridge(shares, teacher, guess):
    """Corrects the guess: the least squares of the texts' errors, plus a penalty times those of the
    correction. Conjugate gradients on all columns at once."""
    change = np.zeros_like(guess)
    transposed = shares.T.tocsr()
    residual = transposed @ (teacher - shares @ guess)
    direction = residual.copy()
    size = np.sum(residual * residual, axis=0)
    for _ in range(RIDGE_ROUNDS):
        image = transposed @ (shares @ direction) + RIDGE_PENALTY * direction
        step = size / np.maximum(np.sum(direction * image, axis=0), 1e-12)
        change += step * direction
        residual -= step * image
        new_size = np.sum(residual * residual, axis=0)
        direction = residual + (new_size / np.maximum(size, 1e-12)) * direction
        size = new_size
    return guess + change


def unit(vectors):
    return vectors / (np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-6)


def batches(teacher, generator):
    """The texts' numbers in an order that puts some that are alike into each batch. Otherwise
    nearly all pairs of a batch have nothing in common, and little is learnt from them."""
    middles = teacher[generator.choice(len(teacher), CLUSTERS, replace=False)]
    cluster = np.concatenate(
        [(teacher[i : i + 20_000] @ middles.T).argmax(axis=1) for i in range(0, len(teacher), 20_000)]
    )
    while True:
        shuffled = generator.permutation(len(teacher))
        ordered = shuffled[np.argsort(cluster[shuffled], kind="stable")]
        groups = [
            ordered[i : i + OF_ONE_CLUSTER]
            for i in range(0, len(ordered) - OF_ONE_CLUSTER + 1, OF_ONE_CLUSTER)
        ]
        generator.shuffle(groups)
        yield np.concatenate(groups)


def train(shares, teacher, projected, vectors, rounds, seed):
    """Trains on by Adam (Kingma and Ba 2015). The cosine of every two texts of a batch shall be the
    teacher's; pairs that one of the two calls alike count most.

    teacher: the texts' vectors, one long; projected: the same in the space of the vectors.
    """
    generator = np.random.default_rng(seed)
    orders = batches(teacher, generator)
    vectors = vectors.copy()
    first = np.zeros_like(vectors)
    second = np.zeros_like(vectors)
    step = 0
    for number in range(rounds):
        order = next(orders)
        steps = rounds * (len(order) // BATCH)
        total = 0.0
        for start in range(0, len(order) - BATCH + 1, BATCH):
            rows = order[start : start + BATCH]
            some = shares[rows]
            summed = some @ vectors
            length = np.linalg.norm(summed, axis=1, keepdims=True) + 1e-6
            made = summed / length
            wanted = teacher[rows] @ teacher[rows].T
            got = made @ made.T
            error = got - wanted
            np.fill_diagonal(error, 0)
            total += float(np.mean(error * error))
            error *= 1 + FOCUS * np.maximum(0, np.maximum(got, wanted) - ALIKE)
            slope = (error @ made) * (4 / BATCH) - OF_DIRECTION * projected[rows]
            # Only the direction of a text's vector counts.
            slope -= made * np.sum(slope * made, axis=1, keepdims=True)
            gradient = some.T @ (slope / length)
            step += 1
            first += 0.1 * (gradient - first)
            second += 0.01 * (gradient * gradient - second)
            pace = RATE * (1 - step / (steps + 1)) / (1 - 0.9**step)
            vectors -= pace * first / (np.sqrt(second / (1 - 0.99**step)) + 1e-8)
        print(f"  round {number + 1}: mean square error {total / (len(order) // BATCH):.5f}", flush=True)
    return vectors
