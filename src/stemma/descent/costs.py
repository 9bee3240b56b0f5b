"""What it costs that one witness was made from another: place by place, in units of a reader's surprise (nats).

The asymmetry is where direction comes from: a copyist drops a sentence or a name easily and seldom brings one that his
exemplar lacked.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import Indel

from stemma.descent.pairing import Pairing, Side
from stemma.descent.places import Places
from stemma.records import Witness
from stemma.text.clock import later
from stemma.text.tokens import tokens

__all__ = ["ANEW", "GAINED", "LOST", "Costs", "Table", "costs"]

Table = NDArray[np.float64]
"""Costs in nats."""

# The constants below were chosen on traditions made to order from seeds of their own (`python -m
# evals.traditions.tuning`), not those that are reported.
# A passage of the exemplar that the copy lacks: newsrooms cut one in two to one in ten sentences.
LOST = 0.8
# A passage of the copy that its exemplar lacks: it takes a second source.
GAINED = 3.0
# Words put in and left out at a place, of all its words in both: up to here it was edited, above it was told anew (as
# in the kinds of the collation).
_EDITED = 0.28
# A copy tells it anew if less than this share of the places is told nearly alike.
ANEW = 0.7
# What speaks against an exemplar excludes it beyond this: two names or numbers, or a passage word for word, may be the
# writer's own knowledge or a slip, ...
_EXCUSED = 3.0
# ... and each shared passage gives room for more: one name in twenty (split sentences of a spun copy of the bundled
# articles reach 3.8 at twenty passages).
_EXCUSED_AT_EACH = 0.06
# A passage is new outright if this share of its words of at least so many letters stands nowhere in the other text: of
# sentences that were cut it is a half and more (traditions made to order), of split or turned ones a quarter.
_NEW_WORDS = 0.45
_TELLING = 4
# A copy that owes its exemplar less than this share of its passages has reporting of its own (by eye).
_OWN_REPORTING = 0.6
# One word put in or left out at a place, and the most for one place: a sentence told anew is told anew however many
# words changed.
_WORD = 0.12
_MOST_WORDS = 1.5
# A name or number that comes new into a shared passage, and what one that goes costs beside it; at most three a passage
# count.
_NEW_PARTICULAR = 1.2
_LOST_TO_NEW = 0.25
_MOST_PARTICULARS = 3
# A break in the order of places, and the most for all of them: one moved paragraph breaks the order three times.
_BREAK = 0.5
_MOST_BREAKS = 2.0
# An exemplar dated a later day than its copy; a later hour of one day (clocks of pages are often those of an update).
_LATER = {"day": 8.0, "hour": 5.0, None: 0.0}


class Costs(NamedTuple):
    """Costs of descent among the witnesses of a family, in nats; axes are exemplar, copy and place.

    - `present[w, p]`: witness w has something at place p.
    - `lost[w, p]`: what it costs that a copy of w lacks the place; nothing where w has it in its headline alone.
    - `shared[e, c, p]`: cost of c's reading where both have something; `words[e, c, p]` is the part of it for words,
      in which rewriters agree by chance, `new[e, c, p]` the part for names and numbers that e has nowhere.
    - `gained[e, c, p]`: how much it speaks against e that c has something at the place where e has nothing; to choose
      among exemplars `composed[e, c]` comes on top, what words cost the two at a place: new ones come no easier.
    - `fixed[e, c]`: what belongs to no place: order, `dates` and what is `spoilt`; infinite where the two are no kin.
    - `loose[e, c]`: c has reporting of its own beyond e; `close[e, c]`: the share of their places told nearly alike.
    - `readings[w][p]`: the words of w at p.
    """

    present: NDArray[np.bool_]
    lost: Table
    shared: Table
    words: Table
    gained: Table
    composed: Table
    new: Table
    fixed: Table
    dates: Table
    spoilt: Table
    loose: NDArray[np.bool_]
    close: Table
    readings: Sequence[Sequence[tuple[str, ...]]]

    def entering(self, copy: int) -> Table:
        """The cost of what the copy has at each place, made from an exemplar that is not at hand and lacks it."""
        kin = np.isfinite(self.fixed[:, copy])
        return np.asarray(self.gained[kin, copy].min(axis=0, initial=GAINED))

    def by_place(self, exemplar: int, copy: int) -> Table:
        """The cost of this descent at each place."""
        fresh = ~self.present[exemplar] & (self.lost[copy] > 0)
        return np.asarray(self.speaking(exemplar, copy) + self.composed[exemplar, copy] * fresh)

    def speaking(self, exemplar: int, copy: int) -> Table:
        """The same, of what is new in the copy only as much as speaks for a direction."""
        here, there = self.present[exemplar], self.present[copy]
        gained = self.gained[exemplar, copy] * (~here & there)
        return np.asarray(self.shared[exemplar, copy] + self.lost[exemplar] * ~there + gained, dtype=np.float64)

    def excluded(self, exemplar: int, copy: int) -> bool:
        """Whether so much speaks against this descent that the copy must have had another exemplar."""
        return self.against(exemplar, copy) > self.excused(exemplar, copy)

    def excused(self, exemplar: int, copy: int) -> float:
        """How much may speak against a descent by a slip of the writer's or ours: the more the longer the texts."""
        return _EXCUSED + _EXCUSED_AT_EACH * float((self.present[exemplar] & self.present[copy]).sum())

    def against(self, exemplar: int, copy: int) -> float:
        """What speaks against this descent: passages, names and numbers that came new, dates, and what is spoilt.

        A passage told anew, without names or numbers, may as well have been dropped by the other: it says nothing.
        """
        fresh = ~self.present[exemplar] & self.present[copy]
        particulars = self.new[exemplar, copy][~fresh].sum()
        gained = (self.gained[exemplar, copy][fresh] - self.lost[copy][fresh]).sum()
        return float(gained + particulars + self.dates[exemplar, copy] + self.spoilt[exemplar, copy])

    def total(self) -> Table:
        """The cost of every descent, exemplar by copy."""
        size = len(self.present)
        found = np.full((size, size), np.inf)
        for exemplar, copy in zip(*np.nonzero(np.isfinite(self.fixed)), strict=True):
            if exemplar != copy:
                found[exemplar, copy] = self.by_place(exemplar, copy).sum() + self.fixed[exemplar, copy]
        return np.round(found, 6)


def costs(
    witnesses: Mapping[str, Witness], at: Places, pairs: Mapping[tuple[str, str], Pairing], spoilt: Table
) -> Costs:
    """The costs among the witnesses of the places.

    `spoilt[e, c]` weighs what e has spoilt and c has sound, infinite where the two cannot be exemplar and copy at all.
    """
    kin, present = np.isfinite(spoilt), at.present
    readings = [_readings(witnesses[name], row) for name, row in zip(at.ids, at.owned, strict=True)]
    vocabulary = [frozenset(word for words in row for word in words) for row in readings]
    shared = np.zeros((*kin.shape, present.shape[1]))
    new, gained, reworded = (np.zeros_like(shared) for _ in range(3))
    alike = np.zeros(kin.shape)
    for a, b in zip(*np.nonzero(np.triu(kin, 1)), strict=True):
        words, alike[a, b] = _words(readings[a], readings[b])
        new[a, b] = _NEW_PARTICULAR * _new(pairs[at.ids[a], at.ids[b]].side(at.ids[b]), at.owned[b], present[a])
        new[b, a] = _NEW_PARTICULAR * _new(pairs[at.ids[a], at.ids[b]].side(at.ids[a]), at.owned[a], present[b])
        both = present[a] & present[b]
        shared[a, b] = both * (words + new[a, b] + _LOST_TO_NEW * new[b, a])
        shared[b, a] = both * (words + new[b, a] + _LOST_TO_NEW * new[a, b])
        reworded[a, b] = reworded[b, a] = both * words
        gained[a, b] = _gained(alike[a, b] * _fresh(readings[b], vocabulary[a]), new[a, b])
        gained[b, a] = _gained(alike[a, b] * _fresh(readings[a], vocabulary[b]), new[b, a])
    lost = np.asarray(LOST * (present & ~_headed(witnesses, at)), dtype=np.float64)
    gained *= lost > 0
    composed = reworded.sum(axis=2) / np.maximum(1, _shared_places(present))
    dates = _dates([witnesses[name] for name in at.ids])
    made = (present, lost, shared, reworded, gained, composed, new, _order(at) + dates + spoilt, dates, spoilt)
    return Costs(*made, _loose(present), alike + alike.T, readings)


def _headed(witnesses: Mapping[str, Witness], at: Places) -> NDArray[np.bool_]:
    """Where a witness (row) has something at a place (column) in its headline alone.

    A headline is made from the text below it by whoever prints it: that another lacks it tells nothing.
    """
    found = np.zeros(at.present.shape, dtype=bool)
    for row, name in enumerate(at.ids):
        titles = {passage.index for passage in witnesses[name].passages if passage.role != "body"}
        found[row] = [bool(indices) and titles.issuperset(indices) for indices in at.owned[row]]
    return found


def _readings(witness: Witness, row: Sequence[tuple[int, ...]]) -> list[tuple[str, ...]]:
    """The witness's words at each place."""
    language = witness.article.language or "en"
    by_passage = [
        tuple(token.text.casefold() for token in tokens(passage.span.text, language)) for passage in witness.passages
    ]
    return [tuple(word for index in indices for word in by_passage[index]) for indices in row]


def _words(these: Sequence[tuple[str, ...]], those: Sequence[tuple[str, ...]]) -> tuple[Table, float]:
    """Words put in and left out at each place that both have, as a cost; and the share of places nearly the same."""
    both = [bool(one and other) for one, other in zip(these, those, strict=True)]
    changed = [Indel.distance(one, other) if known else 0 for one, other, known in zip(these, those, both, strict=True)]
    close = [
        change <= _EDITED * (len(one) + len(other))
        for one, other, change, known in zip(these, those, changed, both, strict=True)
        if known
    ]
    return np.minimum(_MOST_WORDS, _WORD * np.array(changed, dtype=np.float64)), sum(close) / max(1, len(close))


def _gained(sure: Table, new: Table) -> Table:
    """The cost of passages that come new: as much as of lost ones, and more the surer it is that they do."""
    return np.asarray(np.minimum(GAINED, LOST + (GAINED - LOST) * sure + new))


def _fresh(row: Sequence[tuple[str, ...]], known: frozenset[str]) -> Table:
    """How far what stands at each place is new against the words of the other text, 0..1.

    A sentence split off or turned about says again what the other says, though it was aligned with nothing.
    """
    long = [{word for word in words if len(word) >= _TELLING} for words in row]
    shares = [len(words - known) / len(words) if words else 0.0 for words in long]
    return np.minimum(1.0, np.array(shares) / _NEW_WORDS)


def _new(copy: Side, owned: Sequence[tuple[int, ...]], there: NDArray[np.bool_]) -> Table:
    """How many names, numbers and quotations of the copy the exemplar has nowhere, at each of the copy's places.

    A quotation at a place that both have was altered, not added.
    """
    told = [particular.passage for particular in copy.hard if particular.kind != "quotation"]
    quoted = [particular.passage for particular in copy.hard if particular.kind == "quotation"]
    counts = [
        sum(told.count(index) + (0 if known_place else quoted.count(index)) for index in indices)
        for indices, known_place in zip(owned, there, strict=True)
    ]
    return np.minimum(np.array(counts, dtype=np.float64), _MOST_PARTICULARS)


def _order(at: Places) -> Table:
    """The cost of places that do not follow one another in both witnesses as they do in one; the same either way."""
    first = np.array([[indices[0] if indices else -1 for indices in row] for row in at.owned])
    size = len(at.ids)
    found = np.zeros((size, size))
    for a in range(size):
        for b in range(a + 1, size):
            both = np.nonzero((first[a] >= 0) & (first[b] >= 0))[0]
            rank = np.empty(len(both), dtype=np.int64)
            rank[np.argsort(first[b][both], kind="stable")] = np.arange(len(both))
            steps = np.diff(rank[np.argsort(first[a][both], kind="stable")])
            found[a, b] = found[b, a] = min(_MOST_BREAKS, _BREAK * int((steps != 1).sum()))
    return found


def _dates(witnesses: Sequence[Witness]) -> Table:
    """The cost of an exemplar that is dated after its copy."""
    published = [witness.article.published for witness in witnesses]
    return np.array([[_LATER[later(exemplar, copy)] for copy in published] for exemplar in published])


def _shared_places(present: NDArray[np.bool_]) -> Table:
    return np.asarray(present.astype(np.float64) @ present.T.astype(np.float64))


def _loose(present: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Whether a copy (column) shares too few places with an exemplar (row) for all of it to come from there."""
    both = _shared_places(present)
    return np.asarray(both / np.maximum(1, np.diag(both))[None, :] < _OWN_REPORTING)
