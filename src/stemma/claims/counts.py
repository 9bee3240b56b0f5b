"""Whether two units count one thing differently: then one is no support of the other."""

from stemma.claims.units import Unit
from stemma.claims.verdicts import compatible
from stemma.records import Figure
from stemma.text.tokens import tokens

__all__ = ["at_variance"]


def at_variance(one: Unit, other: Unit) -> bool:
    """Whether both count the same things and agree in none of the counts."""
    pairs = [(a, b) for a in one.figures for b in other.figures if _comparable(a, b)]
    return bool(pairs) and not any(compatible(a.value, b.value) for a, b in pairs)


def _comparable(one: Figure, other: Figure) -> bool:
    if one.role != other.role or one.value.unit != other.value.unit:
        return False
    return one.value.unit is not None or bool(_head(one) & _head(other)) or one.role != "other"


def _head(figure: Figure) -> set[str]:
    """The stem of what is counted."""
    return {token.stem for token in tokens(figure.counted)[-1:]}
