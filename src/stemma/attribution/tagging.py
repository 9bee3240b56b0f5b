"""Parts of speech of the words of an article, by a linear model over named features."""

from functools import cache, lru_cache
from importlib.resources import files

import msgspec
import numpy as np
from numpy.typing import NDArray

from stemma.attribution.units import Word

__all__ = ["AROUND", "CONTEXT", "TAGS", "Tagger", "neighbours", "tag_rows", "tagger", "word_features"]

Ints = NDArray[np.int32]

# The Penn tags that English Web Treebank gives, with those put together that attribution need not tell apart. "SC" is
# a conjunction that opens a clause, "AX" a form of be, have or do that helps another verb, "PU" every mark.
TAGS = "PAD NN NNS NP PR PS DT JJ RB VB VBP VBZ VBD VBN VBG AX MD IN SC TO CC WH CD RP EX UH PU OT".split()
# What of a neighbour is seen, by its place, on the first reading (its words) and on the second (its first tags).
CONTEXT = (-2, -1, 1, 2)
AROUND = ((-1,), (1,), (-2,), (2,), (-1, 1), (-2, -1), (1, 2))
_VOCABULARY = 1 << 16
_EDGE = ""


class _File(msgspec.Struct):
    """The model as it is stored: for each feature, by name, its weight for each tag (thousandths)."""

    provenance: str
    licence: str
    first: dict[str, list[int]]
    second: dict[str, list[int]]


class Tagger:
    """Rows of weights by feature name, and the rows that each word written one way asks for."""

    def __init__(self, stored: _File) -> None:
        names = ["", *stored.first]
        self.rows = {name: row for row, name in enumerate(names)}
        self.first = np.array([[0] * len(TAGS), *stored.first.values()], dtype=np.float32) / 1000
        self.second = [_table(stored.second, places) for places in AROUND]
        self.of_word = lru_cache(maxsize=_VOCABULARY)(self._of_word)

    def _of_word(self, text: str) -> tuple[int, ...]:
        """Rows of the features of a word itself, then of what it says to the words around it."""
        own = [self.rows.get(name, 0) for name in word_features(text)]
        low = text.lower()
        return (*own, *(self.rows.get(f"{place}:{low}", 0) for place in CONTEXT))


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


def tag_rows(model: Tagger, words: list[Word | None]) -> Ints:
    """Each word's tag, as its place in TAGS. `words` stand in a row; None stands for an edge and is tagged PAD (0)."""
    if not words:
        return np.zeros(0, dtype=np.int32)
    own = len(word_features("a"))
    place: dict[str, int] = {_EDGE: 0}
    written = (_EDGE if word is None else '"' if word.kind == "quote" else word.text for word in words)
    numbers = np.array([place.setdefault(text, len(place)) for text in written])
    table = np.array([(0,) * (own + len(CONTEXT)), *(model.of_word(text) for text in place if text)], dtype=np.int32)
    # What depends on a word alone is weighed once for each way of writing one.
    scores = model.first[table[:, :own]].sum(axis=1)[numbers]
    for number, distance in enumerate(CONTEXT):
        scores += model.first.take(_shifted(table[:, own + number].take(numbers), distance), axis=0)
    pad = numbers == 0
    tags = np.where(pad, 0, scores[:, 1:].argmax(axis=1) + 1)
    for context, places in zip(model.second, AROUND, strict=True):
        scores += context.take(neighbours(tags, places), axis=0)
    return np.where(pad, 0, scores[:, 1:].argmax(axis=1) + 1).astype(np.int32)


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
