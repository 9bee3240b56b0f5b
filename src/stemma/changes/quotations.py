"""Quotations whose words were altered, and words that were put in quotation marks."""

from collections.abc import Sequence
from typing import NamedTuple

from rapidfuzz.distance import Indel

from stemma.changes.links import Link
from stemma.changes.pairs import Pair
from stemma.changes.sides import Quoted, Side, cut, is_in_single_marks, is_quoted
from stemma.changes.wording import Difference, Said, Utterance, are_contrary, differences, is_telling, said, turns
from stemma.records import Change, Span
from stemma.text.tokens import stem

__all__ = ["quotations_altered", "quotations_made", "words_made"]

# Fewer words in marks are a title, a nickname or a phrase held at a distance.
_LEAST_WORDS = 4
# Two quotations are versions of one utterance from this word similarity on (twice the common words in order over all):
# wherever they stand, with one speaker and rare words in common; or in aligned passages, where half of a short sentence
# may be rewritten. Both chosen by eye.
_ALIKE = 0.5
_ALIKE_BESIDE = 0.36
_RARE_SHARED = 2
# Of two origins most of both must be the same, or one begin and end as the other does: a speaker words one matter twice
# (chosen by eye).
_ALIKE_APART = 0.7
# A change of this share of the telling words, or this many in one place, is another utterance to its reader.
_LARGE_SHARE = 0.3
_LARGE_RUN = 3
# A quotation so many times longer than the other is first cut to the stretch that is this like it: its other sentences
# were joined to it or parted from it (both chosen by eye).
_LONGER = 1.3
_STRETCH = 0.8
# Share of the words put in marks that the other text has outside marks in the aligned passage.
_MADE = 0.8
# A quotation that takes in nearly a whole sentence of the other, its "said" included, quotes the other report itself.
_WHOLE = 0.85
# Measured: the share right on edits made to order, by the rule of succession (72 of 72, 51 of 51).
_CONFIDENCE = 0.99
_CONFIDENCE_MADE = 0.98


class _Match(NamedTuple):
    likeness: float
    first: int
    second: int


def quotations_altered(pair: Pair) -> list[Change]:
    """One change for each quotation of the second that words an utterance of the first otherwise."""
    ours, theirs = pair.first.uttered, pair.second.uttered
    kept_first, kept_second = _unaltered(ours, theirs)
    matches = [
        _Match(likeness, place, other)
        for other, theirs_words in enumerate(theirs)
        for place, our_words in enumerate(ours)
        if place not in kept_first and other not in kept_second
        if (likeness := _likeness(pair, (place, other), our_words, theirs_words)) > 0
    ]
    found = []
    used: set[int] = set()
    taken: set[int] = set()
    for match in sorted(matches, key=lambda entry: (-entry.likeness, entry.first, entry.second)):
        if match.first in used or match.second in taken:
            continue
        used.add(match.first)
        taken.add(match.second)
        change = _altered(pair, match, ours[match.first].words, theirs[match.second].words)
        found.extend([change] if change is not None else [])
    return found


def _unaltered(ours: Sequence[Utterance], theirs: Sequence[Utterance]) -> tuple[set[int], set[int]]:
    """Quotations that stand whole in the other text: the same words, cut or joined."""
    left, right = _joined(ours), _joined(theirs)
    return (
        {place for place, each in enumerate(ours) if _stands_in(each, right)},
        {place for place, each in enumerate(theirs) if _stands_in(each, left)},
    )


def _joined(runs: Sequence[Utterance]) -> str:
    return " " + " ".join(each for run in runs for each in run.stems) + " "


def _stands_in(one: Utterance, whole: str) -> bool:
    return " " + " ".join(one.stems) + " " in whole


def _likeness(pair: Pair, places: tuple[int, int], ours: Utterance, theirs: Utterance) -> float:
    """How alike the two quotations are; 0 where they are no versions of one utterance."""
    if min(len(ours.words), len(theirs.words)) < _LEAST_WORDS:
        return 0.0
    likeness = float(Indel.normalized_similarity(ours.stems, theirs.stems, score_cutoff=_ALIKE_BESIDE))
    if likeness < _ALIKE_BESIDE or not (pair.kin or likeness >= _ALIKE_APART or _is_framed(ours, theirs)):
        return 0.0
    first, second = pair.first.quoted[places[0]], pair.second.quoted[places[1]]
    beside = any(_inside(first, link.first) and _inside(second, link.second) for link in pair.links)
    one_speaker = first.speaker is not None and _same_person(first.speaker, second.speaker)
    unknown = first.speaker is None or second.speaker is None
    sure = one_speaker and len(ours.own & theirs.own) >= _RARE_SHARED
    if beside and pair.kin and (likeness >= _ALIKE or (likeness >= _ALIKE_BESIDE and (one_speaker or unknown))):
        return likeness + 0.5
    if beside and sure and likeness >= _ALIKE_BESIDE:
        return likeness
    if likeness >= _ALIKE and sure:
        return likeness
    return 0.0


def _is_framed(ours: Utterance, theirs: Utterance) -> bool:
    """Whether the two begin and end alike, but for words that one leaves out there, and nowhere part for long."""
    parted = [entry for entry in differences(ours.words, theirs.words) if not _is_cut(entry)]
    told = [sum(is_telling(word.word) for word in max(entry.before, entry.after, key=len)) for entry in parted]
    return not any(entry.at_edge for entry in parted) and max(told, default=0) < _LARGE_RUN


def _inside(quoted: Quoted, spans: tuple[Span, ...]) -> bool:
    return any(span.start < quoted.end and quoted.start < span.end for span in spans)


def _same_person(one: str, other: str | None) -> bool:
    """Whether the last names are the same, but for a slip."""
    if other is None:
        return False
    left, right = one.casefold().split()[-1], other.casefold().split()[-1]
    return float(Indel.normalized_similarity(left, right)) >= 0.8  # "Gallant" and "Galland" (chosen by eye)


def _altered(pair: Pair, match: _Match, ours: Sequence[Said], theirs: Sequence[Said]) -> Change | None:
    ours, theirs = _within(ours, theirs), _within(theirs, ours)
    found = [entry for entry in differences(ours, theirs) if not _is_cut(entry)]
    if not any(_says_something(entry) for entry in found):
        return None
    first, second = pair.first.quoted[match.first], pair.second.quoted[match.second]
    severity = 3 if _changes_sense(found, ours, theirs) else 2
    return Change(
        kind="quotation",
        severity=severity,
        before=cut(pair.first, first.start, first.end),
        after=cut(pair.second, second.start, second.end),
        between=pair.between,
        why=_why(pair, found),
        confidence=_CONFIDENCE,
    )


def _within(whole: Sequence[Said], part: Sequence[Said]) -> Sequence[Said]:
    """The stretch of a longer quotation that words the other; all of it where none is nearly as long and the same."""
    if len(whole) < _LONGER * len(part):
        return whole
    stems, wanted = [stem(word.word) for word in whole], [stem(word.word) for word in part]
    likeness = [
        float(Indel.normalized_similarity(stems[at : at + len(part)], wanted))
        for at in range(len(whole) - len(part) + 1)
    ]
    at = max(range(len(likeness)), key=lambda place: (likeness[place], -place))
    return whole[at : at + len(part)] if likeness[at] >= _STRETCH else whole


def _says_something(entry: Difference) -> bool:
    told = (*entry.before, *entry.after)
    return any(is_telling(word.word) or turns([word]) for word in told) or any(
        are_contrary(one.word, other.word) for one in entry.before for other in entry.after
    )


def _is_cut(entry: Difference) -> bool:
    """Whether words at the edge were only left out by one of the two."""
    return entry.at_edge and not (entry.before and entry.after)


def _changes_sense(found: list[Difference], ours: Sequence[Said], theirs: Sequence[Said]) -> bool:
    for entry in found:
        telling_before = [word for word in entry.before if is_telling(word.word)]
        telling_after = [word for word in entry.after if is_telling(word.word)]
        if turns(entry.before) != turns(entry.after):
            return True
        if any(are_contrary(one.word, other.word) for one in entry.before for other in entry.after):
            return True
        if max(len(telling_before), len(telling_after)) >= _LARGE_RUN:
            return True
    changed = sum(is_telling(word.word) for entry in found for word in (*entry.before, *entry.after))
    whole = sum(is_telling(word.word) for word in (*ours, *theirs))
    return changed > _LARGE_SHARE * max(whole, 1)


def _why(pair: Pair, found: list[Difference]) -> str:
    largest = max(found, key=lambda entry: len(entry.before) + len(entry.after))
    before = _shown(pair.first, largest.before)
    after = _shown(pair.second, largest.after)
    if not before:
        return f"One account's quotation has the words “{after}”, the other's has not."
    if not after:
        return f"One account's quotation has the words “{before}”, the other's has not."
    return f"Inside the quotation marks one account has “{before}”, the other “{after}”."


def _shown(of: Side, words: tuple[Said, ...]) -> str:
    return of.text[words[0].start : words[-1].end] if words else ""


def quotations_made(pair: Pair) -> list[Change]:
    """Words in marks in the second that stand outside marks in the aligned passages of the first."""
    found = []
    spoken = _joined(pair.first.uttered)
    for quoted, uttered in zip(pair.second.quoted, pair.second.uttered, strict=True):
        words = uttered.words
        compound = " " not in pair.second.text[quoted.start : quoted.end].strip()  # "pay-as-you-go"
        if len(words) < _LEAST_WORDS or compound or _stands_in(uttered, spoken):
            continue
        for link in pair.links:
            source = _source(pair.first, link, words) if _inside(quoted, link.second) else None
            if source is not None:
                found.append(words_made(pair, source, quoted))
                break
    return found


def _source(first: Side, link: Link, words: Sequence[Said]) -> Span | None:
    """The words of the first outside marks that were put in marks; None where there are none or it quotes itself."""
    outside = [
        word
        for span in link.first
        for word in said(first.text, span.start, span.end)
        if not is_quoted(first, word.start)
    ]
    wanted = {stem(word.word) for word in words if is_telling(word.word)}
    shared = [word for word in outside if stem(word.word) in wanted]
    if len(wanted) < 2 or len({stem(word.word) for word in shared}) < _MADE * len(wanted):
        return None
    if len(words) >= _WHOLE * len(outside):
        return None
    if is_in_single_marks(link.first, shared[0].start):
        return None
    return cut(first, shared[0].start, shared[-1].end)


def words_made(pair: Pair, source: Span, quoted: Quoted) -> Change:
    """The change from words outside marks in the first to words in marks in the second."""
    after = cut(pair.second, quoted.start, quoted.end)
    return Change(
        kind="quotation_made",
        severity=2,
        before=source,
        after=after,
        between=pair.between,
        why=f"“{after.text}” stands in quotation marks in one account; the other has it as its own or reported words.",
        confidence=_CONFIDENCE_MADE,
    )
