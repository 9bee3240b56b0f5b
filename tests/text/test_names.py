"""Names: runs of capitals, less those that stand for something else."""

import pytest

from stemma.text.names import names

FOUND = [
    ("The crew met Ada Orr in Arden on Monday.", ["Ada Orr", "Arden"]),
    ("The crew met Ludwig van Brell.", ["Ludwig van Brell"]),
    ("The Bank of Arden lent the money.", ["Bank of Arden"]),
    ("The crew met J. Brell and Orr’s sister.", ["J. Brell", "Orr"]),
    ("Boats sank. Nobody died.", []),
    ("Glant came late.", ["Glant"]),
    ("Arden slept. The boats of Arden sank.", ["Arden", "Arden"]),
    ("Tomas Brell came late.", ["Tomas Brell"]),
    ("The crew met Orr-Brell.", ["Orr-Brell"]),
    ("On Monday, March 3, the mayor said I was late.", []),
    ("", []),
]


@pytest.mark.parametrize(("text", "found"), FOUND)
def test_names_are_found_as_they_are_written(text: str, found: list[str]) -> None:
    assert [name.text for name in names(text)] == found


def test_a_name_stands_where_it_says() -> None:
    text = "The crew met Ada Orr’s sister in Arden."
    assert all(text[name.start : name.end] == name.text for name in names(text))


def test_particles_are_no_words_of_a_name() -> None:
    (name,) = names("The crew met Ludwig van Brell.")
    assert name.words == ("ludwig", "brell")


def test_the_capitals_of_a_headline_say_nothing() -> None:
    assert names("Ferry Sinks Before Crowded Harbour After Collision\n\nThe boat sank at night.") == []


def test_a_name_may_hold_two_particles() -> None:
    assert [name.text for name in names("The crew met Ludwig van der Brell.")] == ["Ludwig van der Brell"]


def test_a_common_word_after_a_title_is_a_name() -> None:
    assert [name.text for name in names("The crew met Mr. Stone in Arden.")] == ["Stone", "Arden"]


def test_every_name_has_a_word() -> None:
    assert all(name.words for name in names("The crew met El in Arden."))
