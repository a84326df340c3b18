"""Compares two files of word vectors. The same numbers in another order of addition, as another
processor or library does it, may round a few of them otherwise: that is told, and is no failure."""

import struct
import sys
from pathlib import Path

import numpy as np

LEAST_COSINE = 0.999


def read(file):
    data = Path(file).read_bytes()
    dimensions, count, largest, length = struct.unpack(">iifi", data[8:24])
    text = data[24 : 24 + length]
    at = 24 + length
    steps = np.frombuffer(data, ">u2", count, at).astype(np.float32) * (largest / 0xFFFF)
    packed = np.frombuffer(data, np.uint8, count * dimensions // 2, at + 2 * count)
    numbers = np.stack([packed >> 4, packed & 15], axis=1).reshape(count, dimensions)
    return text, (numbers.astype(np.float32) - 8) * steps[:, None]


def main(committed, made):
    if Path(committed).read_bytes() == Path(made).read_bytes():
        print("The vectors are those that are committed, byte for byte.")
        return
    (text, one), (other_text, other) = read(committed), read(made)
    if text != other_text or one.shape != other.shape:
        sys.exit("The vectors are of other pieces or dimensions than those that are committed.")
    lengths = np.linalg.norm(one, axis=1) * np.linalg.norm(other, axis=1)
    cosines = np.sum(one * other, axis=1) / np.maximum(lengths, 1e-9)
    print(f"The vectors differ a little: cosines {cosines.mean():.5f} in the mean.")
    if cosines.mean() < LEAST_COSINE:
        sys.exit("That is too much.")


main(*sys.argv[1:])
