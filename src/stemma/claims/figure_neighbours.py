"""Which groups of figures a further figure may belong to."""

from collections.abc import Iterator, Sequence

from stemma.claims.figure_likeness import Verbatim, one_thing
from stemma.claims.figure_places import Place

__all__ = ["Neighbours"]

# One article's figures are one thing only with one value, or where the second is put at what the passage before or the
# same one tells (`one_thing`).
_BESIDE = (-1, 0, 1)


class Neighbours:
    """The figures of the groups, found again by what two counts of one thing have in common.

    An article of very many figures is not compared with itself, whose cost would be the square of their number.
    """

    def __init__(self) -> None:
        self._members: dict[int, list[Place]] = {}
        self._order: dict[str, dict[int, int]] = {}  # of each key its groups, numbered as they came
        self._in_article: dict[str, dict[str, dict[int, None]]] = {}
        self._of_value: dict[tuple[object, ...], dict[int, None]] = {}

    def add(self, place: Place, keys: Sequence[str], group: int) -> None:
        """The place is of the group."""
        self._members.setdefault(group, []).append(place)
        for key in keys:
            order = self._order.setdefault(key, {})
            order.setdefault(group, len(order))
            self._in_article.setdefault(key, {}).setdefault(place.article, {})[group] = None
            for found in (_value(key, place), _passage(key, place, 0)):
                self._of_value.setdefault(found, {})[group] = None

    def home(self, place: Place, keys: Sequence[str], verbatim: Verbatim) -> int | None:
        """The first group, by the first key that has it, of which some figure counts the same thing."""
        for key in keys:
            order = self._order.get(key, {})
            for group in sorted(set(self._candidates(place, key)), key=order.__getitem__):
                if any(one_thing(place, other, verbatim) for other in self._members[group]):
                    return group
        return None

    def _candidates(self, place: Place, key: str) -> Iterator[int]:
        for article, groups in self._in_article.get(key, {}).items():
            if article != place.article:
                yield from groups
        yield from self._of_value.get(_value(key, place), ())
        for step in _BESIDE:
            yield from self._of_value.get(_passage(key, place, step), ())


def _value(key: str, place: Place) -> tuple[object, ...]:
    return key, place.article, place.figure.value.low, place.figure.value.high


def _passage(key: str, place: Place, step: int) -> tuple[object, ...]:
    return key, place.article, place.passage.index + step
