"""Why an article belongs with another, or nearly does, in a sentence that a reader can check against the texts."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy

from stemma.records import Article
from stemma.stories.profile import TITLE, Profiles
from stemma.stories.reading import Reading
from stemma.stories.window import UNDATED, Rows

__all__ = ["Written", "apart", "shown", "telling", "why", "written"]

# A reader takes a word for telling that fewer than one article in a hundred has (chosen by eye).
_TELLING = 4.6
_SHOWN = 6  # what a reader takes in at once (chosen by eye)
_NAME_WORDS = 4  # longer names are rare


class Written(NamedTuple):
    """An article, and its words with the term of each."""

    article: Article
    words: Sequence[str]
    terms: Sequence[int]


def written(article: Article, reading: Reading) -> Written:
    """The article with the words that its terms stand for."""
    return Written(article, reading.words(), reading.terms)


def why(words: Sequence[str], one: int, other: int) -> str:
    """One sentence on two articles that share these rare words; `one` and `other` are their days."""
    rare = f"the rare word{'s' if len(words) > 1 else ''} {', '.join(words)}" if words else "common words only"
    return f"shares {rare}, and {apart(one, other)}"


def apart(one: int, other: int) -> str:
    """The days between, in words."""
    if UNDATED in (one, other):
        return "the days between are not known"
    gap = abs(one - other)
    return "was published on the same day" if gap == 0 else f"was published {gap} day{'s' if gap > 1 else ''} apart"


def telling(kept: Profiles, shared: Rows) -> Rows:
    """The places of the most telling of the shared terms, those of the title first."""
    likely = shared[kept.weights[shared] >= _TELLING]
    titled = (kept.uses[likely] & TITLE) > 0
    order = numpy.lexsort((likely, -kept.weights[likely], ~titled))
    return likely[order[: 2 * _SHOWN]]


def shown(read: Written, terms: Sequence[int], shared: frozenset[int]) -> list[str]:
    """The words of these terms as the article writes them, a name in full where all its words are shared."""
    words: list[str] = []
    for term in terms:
        place = read.terms.index(term)
        word = _name(read, place, shared) or _plain(read.words[place], read.words)
        if word.replace(" ", "").isalpha() and not any(word in known for known in words):
            words.append(word)
        if len(words) == _SHOWN:
            break
    return words


def _plain(word: str, words: Sequence[str]) -> str:
    if word.islower():
        return word.removesuffix("'s").removesuffix("’s")
    bare = word.removesuffix("'s").removesuffix("’s")
    return bare.lower() if bare.lower() in words else bare


def _name(read: Written, place: int, shared: frozenset[int]) -> str:
    """The longest run of capitalised shared words around this one, as it stands in the article; "" for no such run."""
    first = last = place
    while place - first < _NAME_WORDS and _joins(read, first - 1, shared):
        first -= 1
    while last - first < _NAME_WORDS and _joins(read, last, shared):
        last += 1
    return " ".join(read.words[first : last + 1]) if last > first else ""


def _joins(read: Written, left: int, shared: frozenset[int]) -> bool:
    """Whether the word and the next one are capitalised, shared, and stand side by side."""
    if left < 0 or left + 1 >= len(read.words):
        return False
    pair = read.words[left : left + 2]
    return (
        all(word[0].isupper() for word in pair)
        and read.terms[left] in shared
        and read.terms[left + 1] in shared
        and (" ".join(pair) in read.article.text or " ".join(pair) in (read.article.title or ""))
    )
