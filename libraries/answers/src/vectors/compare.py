"""Compares two files of word vectors. Another processor or library may add in another order and
round a few numbers differently; a small difference is printed and is not a failure."""

import struct
import sys
from pathlib import Path

import numpy as np

MIN_MEAN_COSINE = 0.999


def read(file):
    data = Path(file).read_bytes()
    dimensions, count, largest, length = struct.unpack(">iifi", data[8:24])
    text = data[24 : 24 + length]
    at = 24 + length
    scales = np.frombuffer(data, ">u2", count, at).astype(np.float32) * (largest / 0xFFFF)
    packed = np.frombuffer(data, np.uint8, count * dimensions // 2, at + 2 * count)
    numbers = np.stack([packed >> 4, packed & 15], axis=1).reshape(count, dimensions)
    return text, (numbers.astype(np.float32) - 8) * scales[:, None]


def main(committed, rebuilt):
    if Path(committed).read_bytes() == Path(rebuilt).read_bytes():
        print("The vectors equal the committed ones, byte for byte.")
        return
    (text, one), (other_text, other) = read(committed), read(rebuilt)
    if text != other_text or one.shape != other.shape:
        sys.exit("The pieces or dimensions differ from those of the committed vectors.")
    lengths = np.linalg.norm(one, axis=1) * np.linalg.norm(other, axis=1)
    cosines = np.sum(one * other, axis=1) / np.maximum(lengths, 1e-9)
    print(f"The vectors differ: mean cosine {cosines.mean():.5f}.")
    if cosines.mean() < MIN_MEAN_COSINE:
        sys.exit(f"The mean cosine must be at least {MIN_MEAN_COSINE}.")


main(*sys.argv[1:])
