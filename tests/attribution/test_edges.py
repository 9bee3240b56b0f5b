"""Where a cue ends, and where a content ends."""

from itertools import pairwise

import numpy as np
import pytest

from stemma.attribution import statements
from stemma.attribution.columns import layout
from stemma.attribution.cue_extents import LONGEST, extents
from stemma.attribution.finding_cues import marked
from stemma.attribution.reading import readings
from stemma.records import Article


def drawn(text: str) -> list[str]:
    """Each statement as "source | cue | content"."""
    return [
        " | ".join(" + ".join(span.text for span in spans) for spans in (each.source, each.cue, each.content))
        for each in statements(Article(text=text, id="a"))
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Ada Orr | spoke of | the long winter on the quay",
        "Ada Orr | apologised for | the delay at the quay",
        "The board | complained about | the noise of the ferry",
        "Ada Orr | voted against | the new ferry",
    ],
)
def test_a_cue_takes_its_preposition_along(line: str) -> None:
    assert drawn(line.replace(" |", "") + ".") == [line]


@pytest.mark.parametrize(
    "line",
    [
        "Ada Orr | said | the quay would reopen in May and that the ferry would sail in June",
        "Ada Orr | vowed | to form a harbour watch, which would include the fishermen, to guard the quay",
        "Ada Orr | said | the quay (built in 1901) was unsafe",
        "Ada Orr | said | that the ferry was late, that the quay was shut and that nobody had been told",
    ],
)
def test_a_content_goes_on_over_commas_brackets_and_a_second_that(line: str) -> None:
    assert drawn(line.replace(" |", "") + ".") == [line]


def test_a_content_ends_before_what_the_paper_reports_itself() -> None:
    text = "Ada Orr said the ferry was safe, but the harbour board closed the quay on Monday."
    assert drawn(text) == ["Ada Orr | said | the ferry was safe"]


def test_no_cue_begins_inside_another() -> None:
    text = "The board has been called to say why it had refused to comment on its promise to reopen. " * 3
    reads, _ = readings(Article(text=text, id="a"))
    cues = marked(layout(reads))
    assert cues
    assert all(one.read < other.read or one.last < other.first for one, other in pairwise(cues))


def test_extents_stay_inside_their_sentence() -> None:
    reads, _ = readings(Article(text="Ada Orr said so. The ferry sailed.", id="a"))
    plan = layout(reads)
    place = plan.starts[0] + 2  # said
    odds = np.zeros((len(plan.columns["tag"]), 3), dtype=np.float32)
    found = extents(plan, np.array([place], dtype=np.int32), odds)
    assert found.at.tolist() == [place, place + 1, place + 2]  # said so .
    assert max(found.counts) < LONGEST


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (
            "A clerk at a quay, who spoke on condition of anonymity, said the crane was unsafe.",
            "A clerk at a quay",
        ),
        ("The crane was unsafe, said a clerk, who asked not to be named because he feared for his job.", "a clerk"),
        (
            "A clerk, who had lived there for years, said it was unsafe.",
            "A clerk, who had lived there for years,",
        ),
    ],
)
def test_a_source_ends_before_its_request_not_to_be_named(text: str, source: str) -> None:
    (line,) = drawn(text)
    assert line.split(" | ")[0] == source


def test_a_wish_to_stay_unnamed_is_no_statement() -> None:
    text = "Ferries may stop in May, said a clerk, who wished to stay unnamed."
    assert drawn(text) == ["a clerk | said | Ferries may stop in May"]


@pytest.mark.parametrize("verb", ["rejected", "dismissed", "denied"])
def test_whoever_rejects_a_claim_does_not_make_it(verb: str) -> None:
    text = f"The shipyard, Orr & Vale, {verb} claims that it had hidden the crack."
    assert [line.split(" | ")[1].split()[0] for line in drawn(text)] == [verb]


def test_what_papers_show_somebody_to_know_is_not_known_by_the_papers() -> None:
    text = "Documents seen by the Harbour Echo show the board knew of the leak in May."
    assert drawn(text)[1] == "the board | knew of | the leak in May"
