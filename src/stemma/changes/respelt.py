"""Names that stand in one place of nearly one sentence and are spelt otherwise, in one word or in several."""

from collections.abc import Iterable, Sequence

from rapidfuzz.distance import DamerauLevenshtein

from stemma.changes.links import Link
from stemma.changes.names import are_forms, bare, change_of_spelling
from stemma.changes.outlets import is_outlet
from stemma.changes.pairs import Pair
from stemma.changes.sides import Side, is_quoted, words_in
from stemma.changes.spellings import LEAST_LETTERS, plain
from stemma.records import Change, Span
from stemma.text.rarity import zipf
from stemma.text.tokens import tokens

__all__ = ["names_respelt"]

# Single names and whole ones are compared only in passages that are nearly the same sentence.
_SAME_SENTENCE = 0.6
# A rare name that is spelt otherwise makes the passages themselves less alike; whole names are known by two words.
_SAME_SENTENCE_WHOLE = 0.3
# Another name beside one that was kept says more, and so must the passages.
_SAME_SENTENCE_OTHER = 0.5
# Two words this alike are spellings of one where another word of the name is the same ("Lise Arnd", "Lisa Arnd"). Where
# all words differ, they must be so on average, and one of them nearly the same. A name of one word must be liker still,
# longer, and no word of the language. Chosen by eye.
_ALIKE = 0.5
_ALIKE_ALL, _ALIKE_BEST = 0.7, 0.8
_ALIKE_ALONE = 0.8
_LEAST_ALONE = 5
_COMMON = 3.5


def names_respelt(pair: Pair) -> list[Change]:
    """One change for each name of the first that aligned passages of the second spell otherwise in its place."""
    found: dict[tuple[str, str], Change] = {}
    for link in pair.links:
        if link.score < _SAME_SENTENCE_WHOLE:
            continue
        lost = _gone(pair.first, link.first, pair.second, link.second)
        won = _gone(pair.second, link.second, pair.first, link.first)
        for one in lost:
            beside = [other for other in won if _is_respelt(pair, link, one, other)]
            if len(beside) == 1:
                found.setdefault((one.text, beside[0].text), change_of_spelling(pair, one, beside[0]))
    return [found[names] for names in sorted(found)]


def _gone(of: Side, spans: Sequence[Span], other: Side, beside: Sequence[Span]) -> list[Span]:
    """The names in these passages, without titles, that do not stand in those beside them."""
    told = " ".join(other.text[span.start : span.end] for span in beside)
    inside = [name for name in of.names if any(span.start <= name.start < span.end for span in spans)]
    named = [bare(of, name) for name in inside if not is_quoted(of, name.start)]
    return [name for name in named if name.text not in told and not is_outlet(of, name)]


def _is_respelt(pair: Pair, link: Link, one: Span, other: Span) -> bool:
    left, right = _parts(one), _parts(other)
    if left == right or len(left) != len(right) or other.text in pair.first.text:
        return False
    if len(left) == 1:
        return link.score >= _SAME_SENTENCE and _is_slip(left[0], right[0]) and _beside_the_same(pair, link, one, other)
    # Where both are named in full in one account they are two people.
    if one.text in pair.second.text:
        return False
    return _are_spellings(left, right) or (link.score >= _SAME_SENTENCE_OTHER and _is_another(left, right))


def _are_spellings(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether the words of two names of as many words are spellings of one another."""
    differing = [(a, b) for a, b in zip(left, right, strict=True) if a != b]
    if not differing or any(are_forms(a, b) for a, b in differing):
        return False
    likeness = [_alike(a, b) for a, b in differing]
    if len(differing) < len(left):
        return min(likeness) >= _ALIKE
    return min(likeness) >= _ALIKE and sum(likeness) / len(likeness) >= _ALIKE_ALL and max(likeness) >= _ALIKE_BEST


def _is_another(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether one word of two is another, and neither can be anything but a name."""
    differing = [(a, b) for a, b in zip(left, right, strict=True) if a != b]
    return len(left) == 2 and len(differing) == 1 and all(_is_rare(word) for word in differing[0])


def _is_rare(word: str) -> bool:
    """Whether the word can only be a name: beside a word that both names share, another name."""
    return len(word) >= LEAST_LETTERS and zipf(word) <= _COMMON


def _parts(name: Span) -> list[str]:
    return [plain(word.text.casefold()) for word in tokens(name.text)]


def _alike(one: str, other: str) -> float:
    if min(len(one), len(other)) < LEAST_LETTERS - 1:
        return 0.0
    return float(DamerauLevenshtein.normalized_similarity(one, other))


def _is_slip(one: str, other: str) -> bool:
    if min(len(one), len(other)) < _LEAST_ALONE or max(zipf(one), zipf(other)) > _COMMON:
        return False
    return _alike(one, other) >= _ALIKE_ALONE and not are_forms(one, other)


def _beside_the_same(pair: Pair, link: Link, one: Span, other: Span) -> bool:
    """Whether the same word stands before both or after both."""
    ours, theirs = _around(pair.first, link.first, one), _around(pair.second, link.second, other)
    return any(left == right != "" for left, right in zip(ours, theirs, strict=True))


def _around(of: Side, spans: Iterable[Span], name: Span) -> tuple[str, str]:
    words = words_in(of, spans)
    before = [word.stem for word in words if word.end <= name.start]
    after = [word.stem for word in words if word.start >= name.end]
    return (before[-1] if before else ""), (after[0] if after else "")
