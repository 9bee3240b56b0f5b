"""Families of texts told anew: what makes one the exemplar, and what leaves it open."""

from evals.rewrites.texts import Event, events
from stemma.records import Lineage
from tests.descent.tree import article, lineage_of


def _event(name: str) -> Event:
    return next(event for event in events() if event.name == name)


def _exemplars(found: Lineage) -> dict[str, str]:
    return {edge.copy: edge.exemplar for edge in found.descent}


def _rewrites(name: str) -> list[str]:
    return [made.name for made in _event(name).rewrites]


def _family(name: str, original: str | None = None, later: str | None = None, withheld: bool = False) -> Lineage:
    """The lineage of an event's rewrites, with the original unless it is withheld, dated or not."""
    event = _event(name)
    rewrites = [article(made.name, made.text, f"{made.name} paper", later) for made in event.rewrites]
    first = [] if withheld else [article("original", event.original.text, "Original paper", original)]
    return lineage_of(*first, *rewrites)


def test_an_earlier_date_makes_the_original_the_exemplar_of_all_that_tell_it_anew() -> None:
    found = _family("cable-car", "2031-05-03", "2031-05-04")
    assert _exemplars(found) == dict.fromkeys(_rewrites("cable-car"), "original")


def test_what_all_rewriters_changed_is_no_sign_of_a_report_behind_them() -> None:
    assert _family("bell-theft", "2031-05-03", "2031-05-04").hidden == ()
    assert _family("glassworks", "2031-05-03", "2031-05-04").hidden == ()


def test_without_dates_the_text_that_has_what_any_two_share_is_the_exemplar() -> None:
    found = _family("glassworks")
    assert _exemplars(found) == dict.fromkeys(_rewrites("glassworks"), "original")
    signals = {entry.signal for edge in found.descent for entry in edge.evidence}
    assert "third_texts" in signals


def test_rewrites_without_their_original_are_not_made_from_one_another() -> None:
    for name in ("cable-car", "dialysis-clinic", "quarry-slide"):
        found = _family(name, withheld=True)
        assert _exemplars(found) == {}
        assert found.undecided
