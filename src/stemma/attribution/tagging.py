"""Parts of speech of the words of an article, by a linear model over named features."""

from functools import cache
from importlib.resources import files

import msgspec
import numpy as np
from numpy.typing import NDArray

from stemma.attribution.vocabulary import Vocabulary, Written

__all__ = ["AROUND", "CONTEXT", "TAGS", "Tagger", "neighbours", "tag_rows", "tagger", "word_features"]

Ints = NDArray[np.int32]
Floats = NDArray[np.float32]

# The Penn tags that English Web Treebank gives, with those put together that attribution need not tell apart. "SC" is
# a conjunction that opens a clause, "AX" a form of be, have or do that helps another verb, "PU" every mark.
TAGS = "PAD NN NNS NP PR PS DT JJ RB VB VBP VBZ VBD VBN VBG AX MD IN SC TO CC WH CD RP EX UH PU OT".split()
# What of a neighbour is seen, by its place, on the first reading (its words) and on the second (its first tags).
CONTEXT = (-2, -1, 1, 2)
AROUND = ((-1,), (1,), (-2,), (2,), (-1, 1), (-2, -1), (1, 2))


class _File(msgspec.Struct):
    """The model as it is stored: for each feature, by name, its weight for each tag (thousandths)."""

    provenance: str
    licence: str
    first: dict[str, list[int]]
    second: dict[str, list[int]]


class Tagger:
    """Rows of weights by feature name, and what they come to for each way of writing a word."""

    def __init__(self, stored: _File) -> None:
        self.rows = {name: row for row, name in enumerate(["", *stored.first])}
        self.first = np.array([[0] * len(TAGS), *stored.first.values()], dtype=np.float32) / 1000
        self.second = [_table(stored.second, places) for places in AROUND]
        self.words = Vocabulary(self._of_words)

    def _of_words(self, words: list[str]) -> Floats:
        """The weight of each tag by the word itself, then the rows of what it says to the words around it."""
        found = np.zeros((len(words), len(TAGS) + len(CONTEXT)), dtype=np.float32)
        written = [place for place, text in enumerate(words) if text]  # all zeros at an edge
        if written:
            rows = self.rows
            own = [[rows.get(name, 0) for name in word_features(words[place])] for place in written]
            lows = [words[place].lower() for place in written]
            around = [[rows.get(f"{place}:{low}", 0) for place in CONTEXT] for low in lows]
            found[written, : len(TAGS)] = self.first.take(own, axis=0).sum(axis=1)
            found[written, len(TAGS) :] = around
        return found


def word_features(text: str) -> list[str]:
    """Names of the features of a word: as written, in lower case, endings of one to three letters, shape."""
    low = text.lower()
    return ["=" + text, "~" + low, "-" + low[-3:], "-" + low[-2:], "-" + low[-1:], "^" + low[:3], "#" + _shape(text)]


def _shape(text: str) -> str:
    if not text[0].isalnum():
        return "mark"
    case = "X" if text.isupper() and len(text) > 1 else "Xx" if text[0].isupper() else "x"
    digit = "9" if any(char.isdigit() for char in text) else ""
    dash = "-" if "-" in text else ""
    owner = "'s" if text.endswith(("'s", "’s", "s'", "s’")) else "n't" if text.lower().endswith(("n't", "n’t")) else ""
    return case + digit + dash + owner


def _table(stored: dict[str, list[int]], places: tuple[int, ...]) -> NDArray[np.float32]:
    """Weights of one pattern of neighbouring tags, a row for each combination of them."""
    found = np.zeros((len(TAGS) ** len(places), len(TAGS)), dtype=np.float32)
    known = {tag: number for number, tag in enumerate(TAGS)}
    opening = ",".join(map(str, places)) + ":"
    for name, weights in stored.items():
        if name.startswith(opening):
            row = 0
            for tag in name.removeprefix(opening).split(","):
                row = row * len(TAGS) + known[tag]
            found[row] = weights
    scaled: NDArray[np.float32] = (found / 1000).astype(np.float32)
    return scaled


@cache
def tagger() -> Tagger:
    """The tagger that the package brings."""
    path = files("stemma.attribution").joinpath("models", "tagger.json")
    return Tagger(msgspec.json.decode(path.read_bytes(), type=_File))


def tag_rows(model: Tagger, words: Written) -> Ints:
    """Each word's tag, as its place in TAGS. The words stand in a row; "" is an edge and is tagged PAD (0)."""
    if not len(words.at):
        return np.zeros(0, dtype=np.int32)
    rows = model.words.rows(words)
    scores = rows[:, : len(TAGS)]
    around = rows[:, len(TAGS) :].astype(np.int32)
    for number, distance in enumerate(CONTEXT):
        scores = scores + model.first.take(_shifted(around[:, number], distance), axis=0)
    inside = np.array([bool(word) for word in words.distinct], dtype=np.int32).take(words.at)
    tags = (scores[:, 1:].argmax(axis=1) + 1) * inside
    for context, places in zip(model.second, AROUND, strict=True):
        scores += context.take(neighbours(tags, places), axis=0)
    found: Ints = ((scores[:, 1:].argmax(axis=1) + 1) * inside).astype(np.int32)
    return found


def neighbours(tags: Ints, places: tuple[int, ...]) -> Ints:
    """The tags at the places around each word as one number."""
    row = np.zeros(len(tags), dtype=np.int32)
    for place in places:
        row = row * len(TAGS) + _shifted(tags, place)
    return row


def _shifted(values: Ints, place: int) -> Ints:
    """At each position the value that stands `place` further right; 0 beyond the edges."""
    moved = np.zeros_like(values)
    if place > 0:
        moved[:-place] = values[place:]
    else:
        moved[-place:] = values[:place]
    return moved
