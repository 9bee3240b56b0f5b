"""A quoted "today" is of the day of the report in which it was first told."""

import pytest

from stemma.claims import timeline
from stemma.records import DatedEvent, Descent, Evidence, Lineage, Origins, Span

WORDS = "“The Lantern will not sail today,” the pilot Jorn Ask told the board."


def said(article: str, day: str, what: str = WORDS) -> list[DatedEvent]:
    """What one article says happened on the day."""
    return [DatedEvent(day, "day", what, (Span(article, 0, len(what), what),))]


def made(**exemplars: str) -> Lineage:
    """Who was made from what."""
    proof = (Evidence("credit", "credits"),)
    descent = tuple(
        Descent(copy=copy, exemplar=exemplar, operation="reprint", confidence=0.9, coverage=1, evidence=proof)
        for copy, exemplar in exemplars.items()
    )
    return Lineage(descent, (), (), Origins(1, 1, ()))


def days(*articles: list[DatedEvent], lineage: Lineage) -> list[tuple[str, int]]:
    return [(entry.date, len(entry.spans)) for entry in timeline(articles, lineage)]


def test_a_copy_has_the_day_of_its_exemplar() -> None:
    told = said("a", "2031-05-04"), said("b", "2031-05-05"), said("c", "2031-05-06")
    assert days(*told, lineage=made(b="a", c="b")) == [("2031-05-04", 1)]


def test_siblings_of_an_exemplar_that_is_not_at_hand_tell_none() -> None:
    told = said("a", "2031-05-04"), said("b", "2031-05-05")
    assert days(*told, lineage=made(a="hidden:1", b="hidden:1")) == []


def test_articles_of_one_day_agree() -> None:
    told = said("a", "2031-05-04"), said("b", "2031-05-04")
    assert days(*told, lineage=made(b="a")) == [("2031-05-04", 2)]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The pilot Jorn Ask would not sail today, the board said.",) * 2,
        (
            "“The Lantern will not sail today,” Jorn Ask said on 4 May.",
            "“The Lantern will not sail today,” Jorn Ask said on 5 May.",
        ),
    ],
)
def test_a_day_that_the_article_itself_names_stands(first: str, second: str) -> None:
    told = said("a", "2031-05-04", first), said("b", "2031-05-05", second)
    assert [day for day, _ in days(*told, lineage=made(b="a"))] == ["2031-05-04", "2031-05-05"]
