"""Fits one vector for each word piece, so that the sums of two texts' pieces are as similar as the
teacher's vectors of the two texts."""

import numpy as np
from scipy import sparse

RIDGE_PENALTY = 60
RIDGE_ITERATIONS = 10
CLUSTERS = 400
CLUSTER_CHUNK = 64
BATCH_SIZE = 1024
LEARNING_RATE = 0.01
SIMILAR_PAIR_WEIGHT = 5
SIMILAR_FROM = 0.2
DIRECTION_WEIGHT = 0.05


def piece_shares(texts, pieces):
    """A sparse matrix with a row for each text: each piece's share of the text's pieces."""
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


def initial_vectors(alone):
    """The teacher's vector of each piece alone, centred, times log(1 + rank): common pieces, which
    come first in the vocabulary, count less (Tulkens and van Dongen 2024, Model2Vec)."""
    centred = alone - alone.mean(axis=0)
    weights = np.log1p(np.arange(1, len(alone) + 1, dtype=np.float32))
    return (centred * (weights / weights.mean())[:, None]).astype(np.float32)


def scaled(initial, shares, teacher):
    """The initial vectors times the factor that brings their texts nearest to the teacher's."""
    sample = slice(0, 60_000)
    texts = shares[sample] @ initial
    return initial * np.float32((texts * teacher[sample]).sum() / (texts * texts).sum())


def principal_axes(vectors, dimensions):
    """The principal axes of the vectors, as columns."""
    _, axes = np.linalg.eigh((vectors.T @ vectors).astype(np.float64))
    return axes[:, ::-1][:, :dimensions].astype(np.float32)


def ridge(shares, teacher, initial):
    """Ridge regression of the texts' errors, as a correction of the initial vectors. Conjugate
    gradients on all columns at once."""
    change = np.zeros_like(initial)
    transposed = shares.T.tocsr()
    residual = transposed @ (teacher - shares @ initial)
    direction = residual.copy()
    size = np.sum(residual * residual, axis=0)
    for _ in range(RIDGE_ITERATIONS):
        image = transposed @ (shares @ direction) + RIDGE_PENALTY * direction
        step = size / np.maximum(np.sum(direction * image, axis=0), 1e-12)
        change += step * direction
        residual -= step * image
        new_size = np.sum(residual * residual, axis=0)
        direction = residual + (new_size / np.maximum(size, 1e-12)) * direction
        size = new_size
    return initial + change


def unit(vectors):
    return vectors / (np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-6)


def batches(teacher, generator):
    """Yields the texts' indexes in orders that put similar texts into each batch. Otherwise nearly
    all pairs of a batch have nothing in common, and the training learns little from them."""
    centres = teacher[generator.choice(len(teacher), CLUSTERS, replace=False)]
    cluster = np.concatenate(
        [(teacher[i : i + 20_000] @ centres.T).argmax(axis=1) for i in range(0, len(teacher), 20_000)]
    )
    while True:
        shuffled = generator.permutation(len(teacher))
        ordered = shuffled[np.argsort(cluster[shuffled], kind="stable")]
        groups = [
            ordered[i : i + CLUSTER_CHUNK]
            for i in range(0, len(ordered) - CLUSTER_CHUNK + 1, CLUSTER_CHUNK)
        ]
        generator.shuffle(groups)
        yield np.concatenate(groups)


def train(shares, teacher, projected, vectors, rounds, seed):
    """Trains with Adam (Kingma and Ba 2015). The target of each pair of texts in a batch is the
    teacher's cosine; pairs that are similar by the target or by the vectors count most.

    teacher: unit vectors of the texts; projected: the same, projected to the vectors' dimensions.
    """
    generator = np.random.default_rng(seed)
    orders = batches(teacher, generator)
    vectors = vectors.copy()
    first = np.zeros_like(vectors)
    second = np.zeros_like(vectors)
    step = 0
    for number in range(rounds):
        order = next(orders)
        steps = rounds * (len(order) // BATCH_SIZE)
        total = 0.0
        for start in range(0, len(order) - BATCH_SIZE + 1, BATCH_SIZE):
            rows = order[start : start + BATCH_SIZE]
            batch = shares[rows]
            summed = batch @ vectors
            length = np.linalg.norm(summed, axis=1, keepdims=True) + 1e-6
            units = summed / length
            target = teacher[rows] @ teacher[rows].T
            actual = units @ units.T
            error = actual - target
            np.fill_diagonal(error, 0)
            total += float(np.mean(error * error))
            similarity = np.maximum(actual, target)
            error *= 1 + SIMILAR_PAIR_WEIGHT * np.maximum(0, similarity - SIMILAR_FROM)
            slope = (error @ units) * (4 / BATCH_SIZE) - DIRECTION_WEIGHT * projected[rows]
            # Only the direction of a text's vector matters.
            slope -= units * np.sum(slope * units, axis=1, keepdims=True)
            gradient = batch.T @ (slope / length)
            step += 1
            first += 0.1 * (gradient - first)
            second += 0.01 * (gradient * gradient - second)
            rate = LEARNING_RATE * (1 - step / (steps + 1)) / (1 - 0.9**step)
            vectors -= rate * first / (np.sqrt(second / (1 - 0.99**step)) + 1e-8)
        print(f"  round {number + 1}: mean square error {total / (len(order) // BATCH_SIZE):.5f}", flush=True)
    return vectors
