"""The sentence model all-MiniLM-L6-v2 in plain numpy, so that no deep learning library is needed.

The model is BERT (Devlin et al. 2019) with 6 layers of width 384; a sentence's vector is the mean
of its pieces' vectors, scaled to unit length (Reimers and Gurevych 2019, Wang et al. 2020).
"""

import json
import struct
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

HEADS = 12
LAYERS = 6
MAX_PIECES = 48
BATCH_PIECES = 4096


def read_safetensors(path):
    """Reads tensors by name. A file is the header's length, the header as JSON, and the numbers."""
    data = Path(path).read_bytes()
    (length,) = struct.unpack("<Q", data[:8])
    header = json.loads(data[8 : 8 + length])
    tensors = {}
    for name, about in header.items():
        if name != "__metadata__" and about["dtype"] == "F32":
            start, end = about["data_offsets"]
            numbers = np.frombuffer(data[8 + length + start : 8 + length + end], dtype="<f4")
            tensors[name] = numbers.reshape(about["shape"])
    return tensors


class Teacher:
    def __init__(self, folder):
        self.tensors = {
            name.removeprefix("bert."): tensor
            for name, tensor in read_safetensors(Path(folder) / "model.safetensors").items()
        }
        self.tokenizer = Tokenizer.from_file(str(Path(folder) / "tokenizer.json"))
        self.tokenizer.no_padding()
        self.tokenizer.enable_truncation(MAX_PIECES)

    def pieces(self, texts):
        """The ids of each text's pieces, without the special tokens [CLS] and [SEP]."""
        return [e.ids for e in self.tokenizer.encode_batch(texts, add_special_tokens=False)]

    def encode(self, texts, progress=False):
        """The unit vector of each text."""
        ids = [e.ids for e in self.tokenizer.encode_batch(texts)]
        return self.encode_pieces(ids, progress)

    def encode_pieces(self, ids, progress=False):
        vectors = np.empty((len(ids), 384), dtype=np.float32)
        order = sorted(range(len(ids)), key=lambda i: (len(ids[i]), i))
        start = 0
        while start < len(order):
            # All texts of a batch have the same length, so that none needs padding.
            length = len(ids[order[start]])
            end = start
            while (
                end < len(order)
                and len(ids[order[end]]) == length
                and (end - start) * length < BATCH_PIECES
            ):
                end += 1
            batch = order[start:end]
            vectors[batch] = self._forward(np.array([ids[i] for i in batch]))
            start = end
            if progress and (start // 2000) != ((start - len(batch)) // 2000):
                print(f"\r  {start} of {len(order)} texts", end="", flush=True)
        if progress:
            print()
        return vectors

    def _forward(self, ids):
        t = self.tensors
        count, length = ids.shape
        x = (
            t["embeddings.word_embeddings.weight"][ids]
            + t["embeddings.position_embeddings.weight"][:length]
            + t["embeddings.token_type_embeddings.weight"][0]
        )
        x = self._normalize(x.reshape(count * length, 384), "embeddings.LayerNorm")
        for layer in range(LAYERS):
            name = f"encoder.layer.{layer}."
            x = self._normalize(
                x + self._attention(x, name, count, length), name + "attention.output.LayerNorm"
            )
            inner = gelu(self._linear(x, name + "intermediate.dense"))
            x = self._normalize(
                x + self._linear(inner, name + "output.dense"), name + "output.LayerNorm"
            )
        mean = x.reshape(count, length, 384).mean(axis=1)
        return mean / np.linalg.norm(mean, axis=1, keepdims=True)

    def _attention(self, x, name, count, length):
        def heads(which):
            y = self._linear(x, name + "attention.self." + which)
            return y.reshape(count, length, HEADS, 32).transpose(0, 2, 1, 3)

        scores = heads("query") @ heads("key").transpose(0, 1, 3, 2) / np.float32(32**0.5)
        scores -= scores.max(axis=-1, keepdims=True)
        np.exp(scores, out=scores)
        scores /= scores.sum(axis=-1, keepdims=True)
        mixed = (scores @ heads("value")).transpose(0, 2, 1, 3).reshape(count * length, 384)
        return self._linear(mixed, name + "attention.output.dense")

    def _linear(self, x, name):
        y = x @ self.tensors[name + ".weight"].T
        y += self.tensors[name + ".bias"]
        return y

    def _normalize(self, x, name):
        x = x - x.mean(axis=-1, keepdims=True)
        x /= np.sqrt(np.mean(x * x, axis=-1, keepdims=True) + np.float32(1e-12))
        x *= self.tensors[name + ".weight"]
        x += self.tensors[name + ".bias"]
        return x


def gelu(x):
    """GELU by its tanh form, which differs from the exact one by less than 0.001."""
    inner = x * x
    inner *= np.float32(0.044715)
    inner += 1
    inner *= x
    inner *= np.float32(-2 * (2 / np.pi) ** 0.5)
    np.exp(np.minimum(inner, 80, out=inner), out=inner)
    inner += 1
    return np.divide(x, inner, out=inner)
