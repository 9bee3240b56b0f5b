"""What stands over a change, in the terminal, on the page and in the JSON."""

import json

from stemma.records import Descent, Evidence, Operation
from stemma.rendering.cast import made_of
from stemma.rendering.wording import CHANGES, DIFFERENCES

from .fixture import REPORT

_PROOF = (Evidence("wording", "shared wording"),)


def _step(copy: str, exemplar: str, operation: Operation) -> Descent:
    return Descent(copy=copy, exemplar=exemplar, operation=operation, confidence=0.9, coverage=0.9, evidence=_PROOF)


def test_the_words_are_one_in_the_terminal_on_the_page_and_in_the_json() -> None:
    labels = [change["label"] for change in json.loads(REPORT.to_json())["stories"][0]["changes"]]
    text, page = REPORT.to_text(), REPORT.to_html()
    assert {"Attributed in one only", "Meaning changed"} <= set(labels)
    assert all(label in text for label in labels)
    assert all(f"<strong>{label}.</strong>" in page for label in labels)


def test_a_reprint_stands_for_its_exemplar_and_a_rewrite_does_not() -> None:
    steps = (_step("a", "hidden:1", "reprint"), _step("b", "hidden:1", "rewrite"), _step("c", "hidden:1", "rewrite"))
    assert {("a", "b"), ("a", "c")} <= made_of(steps)
    assert not {("b", "c"), ("c", "b"), ("b", "a")} & made_of(steps)


def test_each_kind_has_words_for_either_case() -> None:
    assert CHANGES.keys() == DIFFERENCES.keys()
