"""Who said it and what was said: a network and a chain model label the words around each cue.

The words are those of the cue's unit and of the quotations that stand alone right after it.
"""

from bisect import bisect_right
from functools import cache
from typing import NamedTuple

import numpy as np

from stemma.attribution.boundaries import boundaries
from stemma.attribution.chains import LABELS, best_labels
from stemma.attribution.columns import RULES, Ints, Layout, Read
from stemma.attribution.content_ends import best_ends, ends, with_ends
from stemma.attribution.draft import Draft
from stemma.attribution.finding_cues import Marked
from stemma.attribution.linear import Model, Seen
from stemma.attribution.nets import Net, bundled_net, made_net
from stemma.attribution.role_columns import ROLES, of_cues, of_places, of_units, role_values
from stemma.attribution.role_net import TEMPLATES, weighed
from stemma.attribution.runs import is_quotation
from stemma.attribution.units import Word

__all__ = ["LABELS", "TEMPLATES", "Frames", "Piece", "Roles", "draft_of", "framed", "role_values", "roles"]

# Quotations that stand alone are taken along up to so many units after the cue's.
_FOLLOWING = 6
# Cues from this chance on are seen by other cues (where the F1 of cues alone is highest on the train part).
LIKELY = 0.45


class Frames(NamedTuple):
    """The words that each cue is looked at with, in a row: `at` their places in the layout, `lengths` how many each."""

    at: Ints
    lengths: Ints
    seen: Seen


@cache
def _sizes() -> dict[str, int]:
    return {column: len(each) for column, each in role_values().items()}


def framed(reads: list[Read], plan: Layout, cues: list[Marked], others: list[Marked]) -> Frames:
    """What the models look at for each cue, of which there is one at least.

    `others`: all that are cues in the article, these among them.
    """
    columns = {**plan.columns, "other": _others(plan, others), **boundaries(plan.columns)}
    stretches = [_stretches(reads, plan, cue) for cue in cues]
    at, units = _spread([stretch for each in stretches for stretch in each])
    lengths = np.array([sum(stop - start for start, stop, _ in each) for each in stretches], dtype=np.int32)
    firsts = np.array([plan.starts[cue.read] + cue.first for cue in cues], dtype=np.int32)
    lasts = np.array([plan.starts[cue.read] + cue.last for cue in cues], dtype=np.int32)
    own = {name: np.repeat(each, lengths) for name, each in of_cues(columns, firsts, lasts).items()}
    own.update(of_places(columns, at, np.repeat(firsts, lengths), np.repeat(lasts, lengths)))
    own.update({name: np.repeat(each, lengths) for name, each in of_units(columns, plan, cues, reads).items()})
    own["unit"] = units
    own.update(_of_drafts(reads, cues, lengths))
    return Frames(at, lengths, Seen(columns, own, _sizes(), at))


Piece = tuple[int, int]


class Roles(NamedTuple):
    """Who said it and what was said: extents of the text, in pieces.

    `sure` is the chance that the last piece ends where it does, among the ends that were weighed; None if none were.
    """

    source: tuple[Piece, ...]
    content: tuple[Piece, ...]
    sure: float | None = None


@cache
def _net() -> Net:
    return made_net(bundled_net("roles"), role_values())


def roles(reads: list[Read], plan: Layout, cues: list[Marked], models: tuple[Net, Model] | None = None) -> list[Roles]:
    """The roles of each cue. Those that are cues more likely than not bound what is said by others.

    `models` are that of roles and that of where a content ends.
    """
    if not cues:
        return []
    frames = framed(reads, plan, cues, [cue for cue in cues if cue.chance >= LIKELY])
    net, last = models or (_net(), None)
    scored = weighed(net, plan, frames.seen, frames.lengths)
    labels = best_labels(scored, frames.lengths, net.transitions)
    found = ends(scored, labels, frames.lengths, net.transitions, frames.seen)
    if found is None:
        return _roles(reads, plan, frames, labels)
    best = best_ends(found, last)
    drawn = _roles(reads, plan, frames, with_ends(labels, found.pieces, best.rows))
    numbers = np.searchsorted(np.cumsum(frames.lengths), found.pieces.firsts, side="right")
    for number, chance in zip(numbers.tolist(), best.chances.tolist(), strict=True):
        drawn[number] = drawn[number]._replace(sure=chance)
    return drawn


def _roles(reads: list[Read], plan: Layout, frames: Frames, labels: Ints) -> list[Roles]:
    """Pieces of the words that are labelled alike: a first word, or one after another role, begins a piece."""
    held = labels > 0
    goes_on = np.zeros(len(labels), dtype=bool)
    goes_on[1:] = held[1:] & _GOES_ON[labels[:-1], labels[1:]]
    ends = np.cumsum(frames.lengths)
    goes_on[ends[:-1]] = False
    stops = held.copy()
    stops[:-1] &= ~goes_on[1:]
    firsts, lasts = np.flatnonzero(held & ~goes_on), np.flatnonzero(stops)
    found: list[tuple[list[Piece], list[Piece]]] = [([], []) for _ in ends]
    cues = np.searchsorted(ends, firsts, side="right").tolist()
    places = zip(frames.at[firsts].tolist(), frames.at[lasts].tolist(), strict=True)
    for cue, (first, last), label in zip(cues, places, labels[firsts].tolist(), strict=True):
        found[cue][label >= _CONTENT].append((_word(reads, plan, first).start, _word(reads, plan, last).end))
    return [Roles(tuple(source), tuple(content)) for source, content in found]


def _word(reads: list[Read], plan: Layout, place: int) -> Word:
    number = bisect_right(plan.starts, place) - 1
    return reads[number].unit.words[place - plan.starts[number]]


def _others(plan: Layout, cues: list[Marked]) -> Ints:
    found = np.zeros(len(plan.columns["tag"]), dtype=np.int32)
    for cue in cues:
        start = plan.starts[cue.read]
        found[start + cue.first : start + cue.last + 1] = 2
        found[start + cue.first] = 1
    return found


def _stretches(reads: list[Read], plan: Layout, cue: Marked) -> list[tuple[int, int, int]]:
    """The places of the cue's words to look at, as stretches, each with its value of "unit" (its own or a later)."""
    start = plan.starts[cue.read]
    before = reads[cue.read]
    found = [(start, start + len(before.unit.words), 1)]
    for number in range(cue.read + 1, min(cue.read + 1 + _FOLLOWING, len(reads))):
        read = reads[number]
        if before.inside or read.inside or not is_quotation(read.unit):
            break
        start = plan.starts[number]
        kind = (2 if number == cue.read + 1 else 4) + (read.unit.paragraph != before.unit.paragraph)
        found.append((start, start + len(read.unit.words), kind))
        before = read
    return found


def _spread(stretches: list[tuple[int, int, int]]) -> tuple[Ints, Ints]:
    """Every place of the stretches in order, and the value of each."""
    starts, stops, kinds = np.array(stretches, dtype=np.int32).T
    lengths = stops - starts
    begins = np.cumsum(lengths) - lengths
    places = np.arange(int(lengths.sum()), dtype=np.int32) + np.repeat(starts - begins, lengths)
    return places.astype(np.int32), np.repeat(kinds, lengths)


def _of_drafts(reads: list[Read], cues: list[Marked], lengths: Ints) -> dict[str, Ints]:
    """The roles that the rules give the words of each cue, where they found it too."""
    roles = np.zeros(int(lengths.sum()), dtype=np.int32)
    rules = np.zeros(len(cues), dtype=np.int32)
    begins = np.concatenate([[0], np.cumsum(lengths)])
    for number, cue in enumerate(cues):
        draft = draft_of(reads[cue.read], cue)
        if draft is not None:
            rules[number] = RULES.index(draft.rule)
            _roles_into(roles[begins[number] : begins[number + 1]], draft)
    left, right = np.zeros_like(roles), np.zeros_like(roles)
    left[1:], right[:-1] = roles[:-1], roles[1:]
    left[begins[:-1]] = 0
    right[begins[1:] - 1] = 0
    return {"role": roles, "role left": left, "role right": right, "rule": np.repeat(rules, lengths)}


def draft_of(read: Read, cue: Marked) -> Draft | None:
    """What the rules make of a cue; None where they did not find it."""
    for draft in read.drafts:
        if draft.cue[0] <= cue.last and cue.first <= draft.cue[1]:
            return draft
    return None


def _roles_into(part: Ints, draft: Draft) -> None:
    part[:] = 1
    if draft.addressee is not None:
        part[draft.addressee[0] : draft.addressee[1] + 1] = len(ROLES) - 1
    for first, last, role in (
        *(((*draft.source, 2),) if draft.source is not None else ()),
        *((*piece, 5) for piece in draft.content),
    ):
        part[first : last + 1] = role + 1
        part[last] = role + 2
        part[first] = role


# From this label on it is a content; which label goes on with the piece of which.
_CONTENT = LABELS.index("CB")
_GOES_ON = np.array(
    [[one[1:] in {"B", "I"} and two[:1] == one[:1] and two[1:] != "B" for two in LABELS] for one in LABELS]
)
