"""A headline is made from the text below it: whether others have it, too, tells nothing of who copied whom."""

import pytest

from stemma.records import Article
from tests.descent.texts import REWRITE, WIRE
from tests.descent.tree import article, lineage_of

# Its lead is told in two sentences, of which a paper's headline is like the first.
_RETOLD = REWRITE.replace(
    "Sixty-one people were aboard the ferry Marigold when it went down off Arden on Monday night, according to harbor "
    "officials.",
    "A night boat has foundered in heavy seas. Sixty-one people were aboard the ferry Marigold when it went down off "
    "Arden on Monday, according to harbor officials.",
)
_OWN = "\n\nAt Tarrow, bakers Lunn and Sons gave bread to forty relatives who waited by the 9 pm train."


def _family(headline: str) -> tuple[Article, ...]:
    lesser = WIRE.replace("The Marigold had run aground twice, in 2019 and in 2024, without loss of life. ", "")
    return (
        article("wire", WIRE, "Solmark Wire", "2031-05-06T05:00:00Z"),
        article("paper", f"{headline}\n\n{WIRE.replace('38 meters', '38 metres')}", "Arden Post", "2031-05-06"),
        article("valley", lesser + _OWN, "Tarrow Times", "2031-05-06T09:00:00Z"),
        article("retold", _RETOLD, "Newsmill", "2031-05-06T12:00:00Z"),
    )


@pytest.mark.parametrize(
    "headline",
    [
        "Ferry lost as harbour town holds its breath",  # like nothing in the others
        "Night boat founders in heavy seas off Arden",  # like the first sentence of the text told anew
    ],
)
def test_a_headline_is_no_passage_that_copies_lost(headline: str) -> None:
    found = lineage_of(*_family(headline))
    assert found.hidden == ()
    shown = [span.text for edge in found.descent for entry in edge.evidence for span in entry.spans]
    lost = [entry for edge in found.descent for entry in edge.evidence if entry.signal == "passages_lost"]
    assert shown
    assert headline not in [span.text for entry in lost for span in entry.spans]
