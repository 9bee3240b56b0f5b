"""The bundled stories: changes found, changes rightly not found, denials that went missing, figures that differ."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from evals.bundled_lineage import counterparts
from evals.measure import Measure, measures_of
from evals.metrics import score, set_score
from evals.reported import Reported
from evals.truth import TrueChange, TrueDifference, TrueStory, Truth, Unchanged, spans_of
from stemma.records import Change, Span

__all__ = ["change_measures", "difference_measures", "matches"]

_WORD = re.compile(r"\w+")
# A sibling's reading stands for the true one from this share of the shorter one's words on (chosen by eye). Within one
# article all of them must agree: a headline says again what the text says.
_SAME_READING = 0.5
_SAME_AGAIN = 1.0
# Words are compared by so many first letters, so that "cancels" repeats "cancelled".
_STEM = 5
# Seen from the copy, what the exemplar lost is what the exemplar lacks.
_MIRRORED = {"omitted": "added", "added": "omitted"}
_CUTS = frozenset(_MIRRORED)


class _Side(NamedTuple):
    """One side of a change: an article, and its words or None."""

    article: str
    span: Span | None


def change_measures(report: Reported, truth: Truth) -> tuple[Measure, ...]:
    """All changes; those of sense alone (no omission, no addition); what must not be reported; lost denials."""
    rows = [(true, found.changes if found else ()) for true, found in counterparts(report, truth)]
    return (
        *_scored("changes", report, rows, cuts=True),
        *_scored("changes of sense", report, rows, cuts=False),
        *_silence(report, rows),
        *_denials(rows),
    )


Rows = Sequence[tuple[TrueStory, Sequence[Change]]]


def _scored(name: str, report: Reported, rows: Rows, cuts: bool) -> tuple[Measure, ...]:
    right = recalled = found_count = true_count = 0
    for story, changes in rows:
        found = [change for change in changes if cuts or change.kind not in _CUTS]
        true = [change for change in story.changes if cuts or change.kind not in _CUTS]
        right += sum(any(matches(report, story, change, answer) for answer in true) for change in found)
        recalled += sum(any(matches(report, story, change, answer) for change in found) for answer in true)
        found_count, true_count = found_count + len(found), true_count + len(true)
    return measures_of(name, score(right, found_count, true_count, recalled), true_count)


def matches(report: Reported, story: TrueStory, found: Change, true: TrueChange) -> bool:
    """Whether kind, pair and places agree; either order of the pair; a sibling may stand for the exemplar's side."""
    for kind, before, after in _readings(found):
        pair = (before.article, after.article)
        if kind == true.kind and all(_stands_for(story, *side) for side in zip(pair, true.between, strict=True)):
            sides = ((before, true.between[0], true.before), (after, true.between[1], true.after))
            if pair[0] != pair[1] and all(_covers(report, *side) for side in sides):
                return True
    return False


def _readings(found: Change) -> list[tuple[str, _Side, _Side]]:
    """The change as it is written, and read from its other end."""
    before, after = _Side(found.between[0], found.before), _Side(found.between[1], found.after)
    return [(found.kind, before, after), (_MIRRORED.get(found.kind, found.kind), after, before)]


def _stands_for(story: TrueStory, found: str, true: str) -> bool:
    """The same article, or both copies of one hidden exemplar."""
    return found == true or any({found, true} <= set(exemplar.copies) for exemplar in story.hidden)


def _covers(report: Reported, found: _Side, article: str, words: str | None) -> bool:
    """Whether the found words overlap the true ones; a side on which nothing is true agrees with anything."""
    if words is None:
        return True
    if found.span is None:
        return False
    if any(found.span.overlaps(span) for span in spans_of(report.texts, article, words)):
        return True
    a, b = ({word[:_STEM] for word in _WORD.findall(reading.lower())} for reading in (found.span.text, words))
    share = _SAME_AGAIN if found.article == article else _SAME_READING
    return bool(a and b) and len(a & b) >= share * min(len(a), len(b))


def _silence(report: Reported, rows: Rows) -> tuple[Measure, ...]:
    """The share of like readings that no change sets against each other; and how many were."""
    wrong = total = 0
    for story, changes in rows:
        false = [c for c in changes if not any(matches(report, story, c, true) for true in story.changes)]
        wrong += sum(any(_accuses(report, change, pair) for change in false) for pair in story.not_changes)
        total += len(story.not_changes)
    share = 1 - wrong / total if total else 1.0
    return Measure("like readings left alone", share, total), Measure(
        "like readings reported", wrong, total, gated=False
    )


def _accuses(report: Reported, found: Change, pair: Unchanged) -> bool:
    return any(
        (before.article, after.article) == pair.between
        and _covers(report, before, pair.between[0], pair.before)
        and _covers(report, after, pair.between[1], pair.after)
        for _, before, after in _readings(found)
    )


def _denials(rows: Rows) -> tuple[Measure, ...]:
    """Articles that lost a denial, among those that are known to carry or to lack one."""
    found, true = set(), set()
    for story, changes in rows:
        absent = {article for denial in story.denials for article in denial.absent}
        known = absent | {article for denial in story.denials for article in denial.present}
        true |= absent
        found |= {change.between[1] for change in changes if change.kind == "denial_absent"} & known
    return measures_of("denial absent", set_score(found, true), len(true))


def difference_measures(report: Reported, truth: Truth) -> tuple[Measure, ...]:
    """Groups of figures whose verdict is `differ`."""
    right = recalled = found_count = true_count = 0
    for story, reported in counterparts(report, truth):
        groups = [group for group in reported.figures if group.verdict == "differ"] if reported else []
        spans = [[value.span for value in group.values] for group in groups]
        right += sum(any(_holds(report, group, true) for true in story.figures_differ) for group in spans)
        recalled += sum(any(_holds(report, group, true) for group in spans) for true in story.figures_differ)
        found_count, true_count = found_count + len(groups), true_count + len(story.figures_differ)
    return measures_of("figures that differ", score(right, found_count, true_count, recalled), true_count)


def _holds(report: Reported, group: Sequence[Span], true: TrueDifference) -> bool:
    """Whether the group has a value at each of the true places."""
    places = [spans_of(report.texts, *place) for place in zip(true.articles, true.texts, strict=True)]
    return all(any(value.overlaps(span) for value in group for span in spans) for spans in places)
