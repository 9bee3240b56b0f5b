"""Whole families of the rewrites by hand: who is said to be made from whom, with the original at hand and without."""

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from evals.measure import Measure
from evals.metrics import mean
from evals.pool import in_order
from evals.program import lineage
from evals.rewrites.texts import Event, Made
from stemma.records import Article, Lineage

__all__ = ["family_measures"]

Setting = Literal[
    "original dated earlier", "days apart", "original undated", "original withheld", "original withheld, days apart"
]
_SETTINGS: tuple[Setting, ...] = (
    "original dated earlier",
    "days apart",
    "original undated",
    "original withheld",
    "original withheld, days apart",
)
# Others' own reports that stand beside the family, as they do in any story.
_STRANGERS = 3


class Family(NamedTuple):
    """One event's original, its rewrites in one step, and others' reports, as they are given."""

    setting: Setting
    given: tuple[Article, ...]
    rewrites: frozenset[str]


def family_measures(events: Sequence[Event]) -> Iterator[Measure]:
    """For each setting: copies tied to their original, copies tied to no stranger, hidden exemplars that never were."""
    families = [_family(event, setting) for setting in _SETTINGS for event in events]
    found = in_order(lineage, [family.given for family in families])
    for setting in _SETTINGS:
        rows = [(family, one) for family, one in zip(families, found, strict=True) if family.setting == setting]
        tied = [exemplar for family, one in rows for exemplar in _exemplars(family, one)]
        if "withheld" not in setting:
            yield Measure(
                f"family, {setting}: copies tied to it", mean([float(e == "original") for e in tied]), len(tied)
            )
            free = [float(not (e or "").startswith("hidden")) for e in tied]
            yield Measure(f"family, {setting}: copies under no hidden exemplar", mean(free), len(free))
        free = [float(e is None or e == "original" or e.startswith("hidden")) for e in tied]
        yield Measure(f"family, {setting}: copies tied to no sibling or stranger", mean(free), len(free))


def _family(event: Event, setting: Setting) -> Family:
    """The rewrites on one day or one day after another, the original on the day before the first."""
    dated, apart = "undated" not in setting and setting != "original withheld", "apart" in setting
    given = [_article(made, 4 + place * apart if dated else None) for place, made in enumerate(event.rewrites)]
    given += [_article(made, 4 if dated else None) for made in event.independent[:_STRANGERS]]
    if "withheld" not in setting:
        given.append(_article(event.original, 3 if dated else None))
    return Family(setting, tuple(given), frozenset(made.name for made in event.rewrites))


def _article(made: Made, day: int | None) -> Article:
    published = None if day is None else f"2031-05-{day:02}"
    return Article(id=made.name, text=made.text, outlet=f"{made.name} paper", published=published)


def _exemplars(family: Family, found: Lineage) -> Iterator[str | None]:
    """The exemplar of each rewrite, by name; None where it is left open."""
    above = {edge.copy: edge.exemplar for edge in found.descent}
    return (above.get(name) for name in sorted(family.rewrites))
