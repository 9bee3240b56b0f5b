"""Which operation comes next, and the copy that it makes."""

from collections.abc import Sequence
from random import Random
from typing import NamedTuple

from evals.traditions.operations import cite, correct, merge, rewritten, update
from evals.traditions.plans import Plan
from evals.traditions.prose import Prose, bases, sentences_of

__all__ = ["Copied", "copied", "operation_for"]

# How often each operation comes where nothing is rewritten (chosen by eye: cuts are what newsrooms do most).
_OPERATIONS = {"cut": 6, "reorder": 2, "respell": 2, "cite": 1, "update": 2, "correct": 1}
# A text of fewer sentences is not cut further: too little would be left to know it by.
_LEAST = 7
# Shares of sentences cut, of words spun and of turns turned: least and most (by eye: a light hand, a thorough one).
_CUT = (0.1, 0.3)
_SPUN = (0.25, 0.6)
_TURNED = (0.3, 0.8)
_MERGED = 0.35
# Rewrites that also cut, and that also move paragraphs.
_ALSO_CUT = 0.4
_ALSO_MOVED = 0.25


class Copied(NamedTuple):
    """The copy, the notices under it, and its title where it is not its exemplar's."""

    prose: Prose
    notices: tuple[str, ...] = ()
    title: str = ""


def operation_for(plan: Plan, exemplar: Prose, revised: bool, chance: Random) -> str:
    """The name of the next operation on one exemplar.

    Revisions need a date, and an exemplar that its outlet has not `revised` yet; lost witnesses need copies that each
    lack something.
    """
    if plan.rewriting:
        return "rewrite"
    short = len(sentences_of(exemplar)) < _LEAST
    if plan.loss != "none":
        return "reorder" if short else "cut"
    allowed = {
        name: weight
        for name, weight in _OPERATIONS.items()
        if not (name in ("update", "correct") and (revised or plan.dates == "none"))
        and not (name == "cite" and plan.shape == "chain")  # nobody copies on an article that only cites
        and not (name in ("cut", "cite") and short)
    }
    return chance.choices(list(allowed), list(allowed.values()))[0]


def copied(operation: str, exemplars: Sequence[tuple[Prose, str]], origins: Sequence[str], chance: Random) -> Copied:
    """The copy of the exemplars, each a text with its outlet, which go back to the bases `origins`."""
    prose, outlet = exemplars[0]
    if operation == "merge":
        return Copied(merge(prose, exemplars[1][0], _MERGED, chance))
    if operation == "update":
        return Copied(update(prose, _news(origins[0], chance), chance))
    if operation == "correct":
        corrected, notice = correct(prose, chance)
        return Copied(corrected, (notice,) if notice else ())
    if operation == "cite":
        other = bases()[_elsewhere(origins, chance)]
        return Copied(cite(prose, outlet, other.background, chance), title=other.title)
    return Copied(rewritten(prose, _steps(operation, prose, chance), chance))


def _steps(operation: str, prose: Prose, chance: Random) -> list[tuple[str, float]]:
    if operation == "cut":
        return [("cut", chance.uniform(*_CUT))]
    if operation == "reorder":
        return [("reorder", 0.3)]
    if operation == "respell":
        return [("respell", 0.5)]
    steps = [("there and back", chance.uniform(*_TURNED)), ("spin", chance.uniform(*_SPUN))]
    steps += (
        [("cut", chance.uniform(*_CUT))] if chance.random() < _ALSO_CUT and len(sentences_of(prose)) >= _LEAST else []
    )
    return steps + ([("reorder", 0.2)] if chance.random() < _ALSO_MOVED else [])


def _news(origin: str, chance: Random) -> Prose:
    """What the base did not tell, then what another base tells in passing."""
    return bases()[origin].background + bases()[_elsewhere([origin], chance)].background


def _elsewhere(origins: Sequence[str], chance: Random) -> str:
    """A base on another event."""
    events = {bases()[origin].event for origin in origins}
    return chance.choice([base.id for base in bases().values() if base.event not in events])
