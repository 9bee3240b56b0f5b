"""Later reports of one outlet: a version of the earlier one, or left open."""

import pytest

from tests.descent.texts import WIRE
from tests.descent.tree import article, lineage_of

_FIRST = article("first", WIRE, "Solmark Wire", "2031-05-06T08:00:00Z")
# Every paragraph has its counterpart, most are told anew as the news has moved.
_MOVED = "\n\n".join(
    [
        "The ferry Marigold, which sank off Arden on Monday night, had 64 people on board, harbor officials said on "
        "Thursday.",
        "Within minutes of a gasket bursting in the engine room the pumps had been overwhelmed. “We sang until the "
        "trawlers came, and then we counted,” said the purser, Ada Orrin.",
        "Survivors had been lifted from their rafts before dawn by four trawlers from Selbrook; three deckhands are "
        "now known to have drowned when a raft overturned near the breakwater.",
        "Tamsin Brell, the owner, who had put off a survey of the hull since January, gave up her licence. The inquiry "
        "of Judge Odo Vantry will sit from 21 June in Corwell, for eleven weeks and not nine.",
        "Twice, in 2019 and in 2024, the Marigold had run aground, and nobody died. Divers have now reached her at 38 "
        "meters, on a slope of soft silt.",
    ]
)
_OWN = "\n\n".join(
    [
        "The ferry Marigold sank off Arden on Monday night with 61 people on board, harbor officials said.",
        "Masters of 19 other boats have since sent their engines to the yard of Pell Adair, who has hired six fitters.",
        "“I have slept on a bench since Tuesday and my wife brings me eels,” said Adair, 58, whose grandfather built "
        "the quay.",
        "Insurers in Hask doubled their rates for hulls of more than thirty years, a broker, Brida Lune, said.",
        "The Tarrow line has cancelled its dances on board until autumn.",
    ]
)


def _later(text: str) -> tuple[list[tuple[str, str, float]], list[str]]:
    found = lineage_of(_FIRST, article("later", text, "Solmark Wire", "2031-05-09T08:00:00Z"))
    return [(edge.copy, edge.operation, edge.confidence) for edge in found.descent], [
        pair.reason for pair in found.undecided
    ]


@pytest.mark.parametrize("counts", ["revising earlier figures.", "an earlier total had left out the crew."])
def test_a_later_report_that_tells_all_of_it_anew_and_revises_a_count_is_a_version(counts: str) -> None:
    edges, undecided = _later(_MOVED.replace("officials said on Thursday.", f"officials said on Thursday, {counts}"))
    assert edges == [("later", "revision", 0.85)]
    assert undecided == []


def test_a_later_report_with_a_matter_of_its_own_is_none() -> None:
    edges, _ = _later(_OWN.replace("officials said.", "officials said, revising earlier figures."))
    assert edges == []
