"""What differs between two runs of words, beyond typography."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from rapidfuzz.distance import Indel, Levenshtein

from stemma.lexicon import table
from stemma.text.dialects import one_spelling
from stemma.text.normalise import fold
from stemma.text.rarity import information
from stemma.text.tokens import stem

__all__ = [
    "Difference",
    "Said",
    "Utterance",
    "are_contrary",
    "differences",
    "is_telling",
    "said",
    "turns",
    "utterance",
    "words_of",
]

_PIECE = re.compile(r"(?:[a-z]\.){2,}|\d+(?:[.,]\d+)*|[^\W\d_]+(?:'[^\W\d_]+)*")
_BRACKETED = re.compile(r"\[[^\]]*\]|\([^)]*\)")
_SPOKEN = {"n't": "not", "'re": "are", "'ll": "will", "'ve": "have", "'m": "am", "'d": "would"}
# Words whose coming or going leaves what was said as it was.
_LIGHT = frozenset(
    "a an the that of to in on at for and s is are has have was were been be it's there also just so".split()
)
_NUMBERS = dict(
    zip("one two three four five six seven eight nine ten".split(), "1 2 3 4 5 6 7 8 9 10".split(), strict=True)
)
# Below this weight a word is grammar (see the collation's own line).
_CONTENT = 1.3
# Two words this alike, and this long, are one word and a slip.
_SLIP = 0.8
_SLIP_LENGTH = 5


class Said(NamedTuple):
    """One word of a run: where it stands, and what it is compared by."""

    start: int
    end: int
    word: str


class Difference(NamedTuple):
    """Words of the one that stand against words of the other; either may be empty."""

    before: tuple[Said, ...]
    after: tuple[Said, ...]
    at_edge: bool


class Utterance(NamedTuple):
    """The words between quotation marks, their stems in order, and the stems of telling words that are no names.

    A name in two quotations says only what both are about.
    """

    words: tuple[Said, ...]
    stems: tuple[str, ...]
    own: frozenset[str]


def utterance(text: str, start: int, end: int) -> Utterance:
    """The words of start:end made ready for comparison."""
    words = tuple(said(text, start, end))
    stems = tuple(stem(word.word) for word in words)
    own = (
        each
        for word, each in zip(words, stems, strict=True)
        if is_telling(word.word) and not text[word.start].isupper()
    )
    return Utterance(words, stems, frozenset(own))


def said(text: str, start: int, end: int) -> list[Said]:
    """The words of start:end as compared: folded, in one spelling, contractions opened, without words in brackets."""
    folded = fold(text[start:end])
    folded = _BRACKETED.sub(lambda match: " " * len(match.group()), folded)
    found: list[Said] = []
    for match in _PIECE.finditer(folded):
        extent = start + match.start(), start + match.end()
        found.extend(Said(*extent, word) for word in _opened(match.group()))
    return found


@lru_cache(maxsize=1 << 16)  # the vocabulary of many articles
def _opened(piece: str) -> tuple[str, ...]:
    """The piece in one spelling, as the words that it stands for."""
    return tuple(map(one_spelling, _spoken(piece)))


def _spoken(piece: str) -> list[str]:
    for ending, word in _SPOKEN.items():
        if piece.endswith(ending) and len(piece) > len(ending):
            base = piece[: -len(ending)]
            return [{"wo": "will", "ca": "can", "sha": "shall"}.get(base, base), word]
    if piece == "cannot":
        return ["can", "not"]
    return [_NUMBERS.get(piece, piece.replace(".", "").replace(",", "").removesuffix("'s").removesuffix("'"))]


def differences(one: Sequence[Said], other: Sequence[Said]) -> list[Difference]:
    """Where the runs part, without what is typography, a slip, or grammar alone."""
    steps = Indel.opcodes([_key(word) for word in one], [_key(word) for word in other])
    found: list[Difference] = []
    before: list[Said] = []
    after: list[Said] = []
    edge = True
    for step in steps:
        if step.tag == "equal":
            _close(found, before, after, edge)
            before, after, edge = [], [], False
            continue
        before.extend(one[step.src_start : step.src_end])
        after.extend(other[step.dest_start : step.dest_end])
    _close(found, before, after, at_edge=True)
    return found


def _key(word: Said) -> str:
    return stem(word.word)


def _close(found: list[Difference], before: list[Said], after: list[Said], at_edge: bool) -> None:
    if not (before or after) or _is_slight(before, after):
        return
    found.append(Difference(tuple(before), tuple(after), at_edge))


def _is_slight(before: Sequence[Said], after: Sequence[Said]) -> bool:
    left, right = "".join(word.word for word in before), "".join(word.word for word in after)
    if left == right or all(word.word in _LIGHT for word in (*before, *after)):
        return True
    if turns(before) != turns(after):
        return False
    shorter = min(len(left), len(right))
    return len(before) == len(after) == 1 and shorter >= _SLIP_LENGTH and _alike(left, right)


def _alike(left: str, right: str) -> bool:
    return not are_contrary(left, right) and float(Levenshtein.normalized_similarity(left, right)) >= _SLIP


def turns(run: Sequence[Said]) -> int:
    """How many words of the run turn what is said into its contrary."""
    return sum(word.word in words_of("negators") for word in run)


@cache
def words_of(key: str) -> frozenset[str]:
    """A list of the lexicon of negation."""
    return frozenset(str(table("negation")[key]).split())


def is_telling(word: str) -> bool:
    """Whether the word is more than grammar."""
    return information(word) >= _CONTENT or word[:1].isdigit()


@cache
def _contraries() -> dict[str, frozenset[str]]:
    """The stems that each stem is contrary to."""
    found: dict[str, set[str]] = {}
    for left, right in table("antonyms")["pairs"]:
        for one in str(left).split():
            for other in str(right).split():
                found.setdefault(stem(one), set()).add(stem(other))
                found.setdefault(stem(other), set()).add(stem(one))
    return {word: frozenset(others) for word, others in sorted(found.items())}


def are_contrary(one: str, other: str) -> bool:
    """Whether the words say contrary things, by the list or by a prefix of denial ("safe", "unsafe")."""
    left, right = stem(one), stem(other)
    if right in _contraries().get(left, frozenset()):
        return True
    shorter, longer = sorted((one, other), key=len)
    return len(shorter) >= 4 and longer in {
        f"{prefix}{shorter}" for prefix in ("un", "in", "im", "dis", "non", "il", "ir")
    }
