"""The rewrites by hand: the files say what they are, and independent reports are."""

import re
from itertools import combinations

import pytest

from evals.rewrites import Event, Made, events, pairs, rewrite_measures
from evals.rewrites.texts import sources

_BY_NAME = {event.name: event for event in events()}
_NAMES = sorted(_BY_NAME)
_CONFERENCES = {event.name: event for event in events("conferences")}


def _runs(text: str, length: int) -> set[tuple[str, ...]]:
    """Runs of words of what stands outside quotation marks."""
    words = re.findall(r"\w+", re.sub(r"“[^”]*”|\"[^\"]*\"", " | ", text).lower())
    return set(zip(*(words[k:] for k in range(length)), strict=False))


def _said(text: str) -> set[str]:
    """Clauses of at least three words inside quotation marks."""
    quoted = re.findall(r"“([^”]+)”|\"([^\"]+)\"", text)
    clauses = [clause.strip().lower() for pair in quoted for clause in re.split(r"[.,]", "".join(pair))]
    return {clause for clause in clauses if len(clause.split()) > 2}


def _names(text: str) -> set[str]:
    """Long words with a capital."""
    return set(re.findall(r"\b[A-Z][a-z]{3,}", text))


def _all(event: Event) -> list[Made]:
    return [event.original, *event.rewrites, *event.chain, *event.partial, *event.independent]


def test_there_is_enough_of_everything() -> None:
    assert len(_NAMES) == len(sources()) == 14
    assert sum(event.half == "report" for event in events()) == 7
    assert sum(bool(event.chain) for event in events()) == 8
    assert sum(bool(event.partial) for event in events()) == 6
    manners = {made.manner for event in events() for made in event.rewrites}
    assert manners == {"close", "free", "tabloid", "half", "round-trip", "spun", "expanded"}


@pytest.mark.parametrize("name", _NAMES)
def test_an_event_has_its_texts(name: str) -> None:
    event = _BY_NAME[name]
    assert 180 <= len(event.original.text.split()) <= 350
    assert len(event.rewrites) == 3
    assert len(event.independent) == 2
    assert len(event.chain) in {0, 3}
    assert len({made.text for made in _all(event)}) == len(_all(event))
    assert "===" not in "".join(made.text for made in _all(event))


def test_of_every_conference_four_report() -> None:
    assert len(_CONFERENCES) == len(sources("conferences")) == 6
    assert sum(event.half == "report" for event in events("conferences")) == 3
    for event in events("conferences"):
        assert [made.manner for made in event.rewrites] == ["terse", "tabloid", "formal", "retold", "half"]
        assert len(event.independent) == 4
        assert len({made.text for made in _all(event)}) == len(_all(event))


@pytest.mark.parametrize("name", [*_NAMES, *sorted(_CONFERENCES)])
def test_independent_reports_share_no_wording(name: str) -> None:
    """But for names and what was said, no run of six words."""
    event = (_BY_NAME | _CONFERENCES)[name]
    for one in event.independent:
        others = [made for made in _all(event) if made.name != one.name]
        for other in others:
            assert _runs(one.text, 6).isdisjoint(_runs(other.text, 6)), f"{one.name}, {other.name}"


@pytest.mark.parametrize("name", _NAMES)
def test_independent_reports_share_names_and_a_quotation(name: str) -> None:
    event = _BY_NAME[name]
    for one in event.independent:
        assert _said(one.text) & _said(event.original.text), one.name
        assert len(_names(one.text) & _names(event.original.text)) > 2, one.name


def test_every_pair_has_an_answer() -> None:
    for event in events():
        found = pairs(event)
        assert found == pairs(event)
        assert {pair.kind for pair in found if not pair.kin} == {"independent", "independent, shortened"}
        assert all(pair.a != pair.b for pair in found)
        assert len(list(combinations(event.rewrites, 2))) == sum(pair.kind == "siblings" for pair in found)


def test_measures_by_hand() -> None:
    kin = {"rewrite, close": [0.95, 0.97], "siblings": [0.4, 0.93], "a third copied, other side rewritten": [0.0]}
    measures, notes = rewrite_measures(kin, {"independent": [0.0, 0.1, 0.92]})
    found = {measure.name: measure.value for measure in measures}
    assert found["rewrites in one step: recall at 0.9"] == 1.0
    assert found["siblings: recall at 0.9"] == 0.5
    assert found["siblings: recall at 0.5% false kinship"] == 0.5
    assert found["independent: left apart at 0.9"] == pytest.approx(2 / 3)
    assert found["a third copied, other side rewritten: recall at 0.9"] == 0.0
    assert "a third copied: recall at 0.9" not in found
    assert notes[0].startswith("reliability")
