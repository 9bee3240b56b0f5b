"""What the fit of kinship reports: recall by kind, false kinship, calibration, and rewriters never seen."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from evals.metrics import calibration_error, mean, reliability, threshold_at

__all__ = ["Answer", "reported"]

# False kinship allowed, and the independent pairs that it is counted on: those of the lineage corpora.
_RATE = 0.005
_NULL = frozenset({"independent", "independent, shortened"})


class Answer(NamedTuple):
    """The probability given to one case, with what it is."""

    kind: str
    kin: bool
    half: str
    method: str
    probability: float


def reported(answers: Sequence[Answer], left_out: Mapping[str, Sequence[Answer]]) -> dict[str, object]:
    """Lines for people, by what they tell."""
    lines: dict[str, object] = {}
    for half in ("fit", "report"):
        own = [answer for answer in answers if answer.half == half]
        bound = _bound(own)
        lines[f"{half}: probability at {_RATE:.1%} false kinship"] = round(bound, 4)
        for kind in sorted({answer.kind for answer in own}):
            lines[f"{half}: {kind}"] = _line([answer.probability for answer in own if answer.kind == kind], bound)
    lines |= _calibration([answer for answer in answers if answer.half == "report"])
    lines["report: share found of a collection that the fit never saw"] = _unseen(left_out)
    return lines


def _bound(answers: Sequence[Answer]) -> float:
    return threshold_at([answer.probability for answer in answers if answer.kind in _NULL], _RATE)


def _line(values: Sequence[float], bound: float) -> str:
    shares = [(bound, f"at {_RATE:.1%} false kinship"), (0.5, "at p > .5"), (0.7, "at p > .7")]
    return f"{len(values)} pairs: " + ", ".join(f"{_above(values, level):.3f} {name}" for level, name in shares)


def _above(values: Sequence[float], level: float) -> float:
    return mean([float(value > level) for value in values])


def _calibration(answers: Sequence[Answer]) -> dict[str, object]:
    table = reliability(
        [answer.probability for answer in answers if answer.kin],
        [answer.probability for answer in answers if not answer.kin],
    )
    rows = [
        f"{row.low:.1f}-{row.high:.1f}: weight {row.weight:.3f}, forecast {row.forecast:.3f}, held {row.held:.3f}"
        for row in table
    ]
    return {"report: expected calibration error": round(calibration_error(table), 4), "report: reliability": rows}


def _unseen(left_out: Mapping[str, Sequence[Answer]]) -> dict[str, str]:
    lines = {}
    for name, answers in left_out.items():
        bound = _bound(answers)
        for kind in sorted({answer.kind for answer in answers if answer.method}):
            values = [answer.probability for answer in answers if answer.method and answer.kind == kind]
            lines[f"{name}: {kind}"] = f"{_above(values, bound):.3f} of {len(values)}"
    return lines
