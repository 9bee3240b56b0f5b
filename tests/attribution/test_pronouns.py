"""Whom "he" and "she" mean: the subject of the sentence before, never the accuser who was named in full."""

import pytest

from stemma.attribution import statements
from stemma.records import Article


def said_by(text: str) -> list[str | None]:
    return [one.speaker for one in statements(Article(text=text, id="a"))]


LAST = [
    # A surname of which nothing else is known stands between.
    (
        "Harbour Chief Anna Prell said that the crane had been sold twice.\n\n"
        "Gortz denied the charge. “I was at sea,” he said.",
        "Gortz",
    ),
    # Two of one surname: who was named first keeps it.
    (
        "Auditor Anna Prell said that the mayor had sold the quay. Mayor Otto Gortz denied it. “I sold nothing,” he "
        "said. Gortz was calm.\n\nHis wife, Vella Gortz, denied it too. “We sold nothing,” she said. "
        "Gortz said that he would stay.",
        "Otto Gortz",
    ),
    (
        "The rower Tarn Gortz was unfit, inspector Hesta Prell said.\n\nHis uncle, Brun Gortz, denied it. “I have "
        "never met the doctor,” he said.",
        "Brun Gortz",
    ),
    # Who is told something is not who says it, nor is a paper.
    (
        "Otto Gortz was at home, he told Coastal Dispatch by telephone. He said that the quay was empty.",
        "Otto Gortz",
    ),
    ("“He mended my roof in June,” said Hesta Marl of Tarn Gortz.", "Hesta Marl"),
    # Nobody is meant who is named in what is said.
    ("Brun Gortz spoke on the quay. “Otto Prell has sold the quay,” he said.", "Brun Gortz"),
    # A described subject in between.
    ("Otto Gortz ran the quay. A driver stopped at the gate. “It was dark,” he said.", None),
    ("Otto Gortz ran the quay. The mayor, Anna Prell, shook her head. “It was dark,” she said.", "Anna Prell"),
    # "Ms Gortz" where there are two.
    (
        "Otto Gortz spoke on the quay. Hesta Gortz, no relation, spoke as well.\n\nMs Gortz said that the nets were "
        "wet. Mr Gortz said that he was sad. “We have nine boats,” she said.",
        "Hesta Gortz",
    ),
]


@pytest.mark.parametrize(("text", "speaker"), LAST)
def test_the_last_speaker(text: str, speaker: str | None) -> None:
    assert said_by(text)[-1] == speaker


def test_who_shares_a_surname_is_told_by_the_title() -> None:
    text = (
        "Otto Gortz spoke on the quay. Hesta Gortz, no relation, spoke as well.\n\nMs Gortz said that the nets were "
        "wet. Mr Gortz said that he was sad."
    )
    assert said_by(text)[-2:] == ["Hesta Gortz", "Otto Gortz"]


def test_she_behind_an_unnamed_source_is_that_source_whatever_place_is_named() -> None:
    text = (
        "The board’s director, Anna Prell, spoke on Monday.\n\nA former keeper of the lock, who does not want to be "
        "named, says that Vanter Works has known of the leak. “I saw the chart,” she said."
    )
    (*_, last) = statements(Article(text=text, id="a"))
    assert (last.speaker, last.anonymous) == (None, "other")
