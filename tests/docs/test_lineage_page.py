"""docs/lineage.md names every feature and signal, and its figures are those of the fitted model."""

import json
import re

import pytest

from stemma.descent.features import FEATURES
from tests.docs.blocks import ROOT

_PAGE = (ROOT / "docs" / "lineage.md").read_text(encoding="utf-8")
_ROWS = re.findall(r"^\| ([^|`]+) \| (\d+) \| ([\d.]+) \| ([\d.]+) \|$", _PAGE, re.MULTILINE)
_DESCENT = ROOT / "src" / "stemma" / "descent"


def test_each_feature_of_kinship_is_told_in_words() -> None:
    assert re.findall(r"^\| `(\w+)` \| .*\w.* \|$", _PAGE.partition("## Direction")[0], re.MULTILINE) == list(FEATURES)


def test_each_signal_of_the_evidence_is_told_in_words() -> None:
    sources = "".join(path.read_text(encoding="utf-8") for path in sorted(_DESCENT.glob("*.py")))
    signals = set(re.findall(r'Evidence\(\s*"(\w+)"', sources))
    assert signals
    assert {signal for signal in signals if f"`{signal}`" not in _PAGE} == set()


def test_measured_shares_are_shown() -> None:
    assert _ROWS


@pytest.mark.parametrize(("kind", "number", "share", "found"), _ROWS)
def test_the_measured_shares_are_those_of_the_model(kind: str, number: str, share: str, found: str) -> None:
    reported = json.loads((_DESCENT / "weights.json").read_text(encoding="utf-8"))["reported"]
    assert reported[f"report: {kind}"].startswith(f"{number} pairs: {found} at 0.5% false kinship")
    assert f"{share} at p > .7" in reported[f"report: {kind}"]
