"""What a rewriter keeps: rare words, names, figures and the words that people spoke."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy
from numpy import int64, uint8, uint64
from numpy.typing import NDArray

from stemma.corpus.mixing import BASE, Keys, mixed
from stemma.corpus.shingles import text_of
from stemma.corpus.vocabulary import UNKNOWN, vocabulary
from stemma.corpus.words import CAPITAL, DIGIT, JOINED, QUOTED, Words

__all__ = ["MOST", "Telling", "telling"]

MOST = 32
"""An article's weightiest keys that are kept. On the fit half of the lineage corpora 24, 32 and 48 find all kin alike,
but of articles of which a fourth is a reworded copy .73, .79 and .90; they cost time and memory in proportion."""

# Two capitalised words side by side are a name, and as telling as an unknown word; so are four words in a row that
# somebody spoke, of which one run in four is taken, by its hash: a quotation of ten words has two.
_SPOKEN, _ONE_IN = 4, uint64(4)
_NAME_SALT, _SPOKEN_SALT = uint64(1), uint64(2)  # keep a name's key apart from that of a quotation or a word
# A figure of one digit says nothing.
_LEAST_DIGITS = 2


class Telling(NamedTuple):
    """Keys of texts with their weights in sixteenths, by text and descending weight; each key once in a text."""

    texts: NDArray[int64]
    keys: Keys
    weights: NDArray[uint8]


def telling(found: Words, languages: Sequence[str]) -> Telling:
    """The weightiest keys of each text; `languages` has a code of ISO 639-1 for each."""
    texts = text_of(found)
    parts = [_rare(found, texts, languages), _names(found, texts), _spoken(found, texts)]
    every = Telling(
        numpy.concatenate([part.texts for part in parts]),
        numpy.concatenate([part.keys for part in parts]),
        numpy.concatenate([part.weights for part in parts]),
    )
    return _weightiest(every)


def _rare(found: Words, texts: NDArray[int64], languages: Sequence[str]) -> Telling:
    """Stems and figures."""
    stems = found.hashes.copy()
    weights = numpy.zeros(len(stems), dtype=uint8)
    for language in sorted(set(languages)):
        here = numpy.array([one == language for one in languages], dtype=bool)[texts]
        stems[here], weights[here] = vocabulary(language).looked_up(found.hashes[here])
    digits = (found.kinds & DIGIT > 0) & (found.ends - found.starts < _LEAST_DIGITS)
    kept = (weights > 0) & ~digits
    return Telling(texts[kept], stems[kept], weights[kept])


def _names(found: Words, texts: NDArray[int64]) -> Telling:
    capital = found.kinds & CAPITAL > 0
    second = numpy.flatnonzero(capital[1:] & capital[:-1] & (found.kinds[1:] & JOINED > 0)) + 1
    second = second[texts[second] == texts[second - 1]]
    pairs = found.hashes[second] + mixed(found.hashes[second - 1] + _NAME_SALT)
    return Telling(texts[second], mixed(pairs), numpy.full(len(second), UNKNOWN, dtype=uint8))


def _spoken(found: Words, texts: NDArray[int64]) -> Telling:
    quoted = found.kinds & QUOTED > 0
    first = numpy.flatnonzero(quoted[: len(quoted) - _SPOKEN + 1] & quoted[_SPOKEN - 1 :])
    for place in range(1, _SPOKEN - 1):
        first = first[quoted[first + place]]
    first = first[texts[first] == texts[first + _SPOKEN - 1]]
    runs = numpy.full(len(first), _SPOKEN_SALT)
    for place in range(_SPOKEN):
        runs = runs * BASE + found.hashes[first + place]
    keys = mixed(runs)
    taken = numpy.flatnonzero(keys % _ONE_IN == 0)
    return Telling(texts[first[taken]], keys[taken], numpy.full(len(taken), UNKNOWN, dtype=uint8))


def _weightiest(every: Telling) -> Telling:
    """Each key of a text once, and of those the weightiest; ties go to the least key."""
    lightness = (255 - every.weights.astype(uint64)) << uint64(32)
    order = numpy.argsort(
        (every.texts.astype(uint64) << uint64(40)) | lightness | (every.keys >> uint64(32)), kind="stable"
    )
    texts, keys = every.texts[order], every.keys[order]
    new = numpy.ones(len(keys), dtype=bool)
    new[1:] = (keys[1:] != keys[:-1]) | (texts[1:] != texts[:-1])
    order = order[new]
    texts = every.texts[order]
    order = order[numpy.arange(len(texts)) - numpy.searchsorted(texts, texts) < MOST]
    return Telling(every.texts[order], every.keys[order], every.weights[order])
