"""What denies a claim, what does not, and in which of its parts a sentence is denied."""

import pytest

from stemma.records import Findings
from tests.claims.story import claim_of, found, written

_REST = "A heron stood on the weir. Bakers met in the town hall to choose a new board."
_CHARGED = (
    "Mayor Ilse Brandt was sworn in on Monday in Orlen, and her rival, Tove Hagen, accused her campaign of filling "
    "ballot boxes with blank papers in nine villages."
)


def _denied(findings: Findings) -> dict[str, list[str]]:
    return {claim.text: [span.text for span in claim.denials] for claim in findings.claims if claim.denials}


def test_an_accusation_told_beside_something_else_is_the_one_that_is_denied() -> None:
    told = (
        "The minister, Dario Quill, said two men were held and accused Osric Vell, a general, of having led the plot."
    )
    later = "The court at Dray charged Osric Vell with treason on Tuesday."
    denial = "Vell denied the charge."
    story = found(written("a", f"{told} {denial} {_REST}"), written("b", f"{later} {told} {denial} {_REST}"))
    assert list(_denied(story).values()) == [[denial, denial]]
    assert next(iter(_denied(story))).startswith("accused Osric Vell, a general, of having led the plot")


def test_a_denied_accusation_is_the_one_that_was_made() -> None:
    vow = "“We will be in court before the ink is dry,” Hagen told a crowd at the fountain."
    denial = "Brandt denied the accusation."
    denied = _denied(found(written("a", f"{_CHARGED} {vow} {denial} {_REST}"), written("b", _REST)))
    assert denied == {"accused her campaign of filling ballot boxes with blank papers in nine villages": [denial]}


def test_accusations_in_other_words_are_one() -> None:
    told = "Tove Hagen charged that the mayor's campaign had filled ballot boxes with empty sheets in nine villages."
    denial = "Ilse Brandt dismissed the charge."
    one = written("a", f"{_CHARGED} Brandt denied the accusation. {_REST}")
    (denials,) = _denied(found(one, written("b", f"{_REST} {told} {denial}"))).values()
    assert denials == ["Brandt denied the accusation.", denial]


@pytest.mark.parametrize(
    "ruling",
    [
        "The panel was split: one of its three members would have dismissed the claim.",
        "The court in Orlen dismissed the claim in four of five points.",
    ],
)
def test_a_court_that_throws_out_a_claim_denies_nothing(ruling: str) -> None:
    said = "“The club knew what the last match would cost,” the panel's head, Emil Stroud, said on Monday."
    story = found(written("a", f"{said} {ruling} {_REST}"), written("b", f"{_REST} {said}"))
    assert claim_of(story, "what the last match").denials == ()


def test_what_is_told_beside_its_denial_is_affirmed_and_denied() -> None:
    both = (
        "The Orlen rowing club may lose its boathouse over unpaid rent, the Brenna Courier reported on Tuesday, a "
        "claim that the club rejected as “fiction”."
    )
    plain = "The Orlen rowing club is likely to lose its boathouse over unpaid rent, papers seen by the Courier say."
    claim = claim_of(found(written("a", f"{both} {_REST}"), written("b", f"{plain} Swans nest there.")), "unpaid rent")
    assert claim.articles == ("a", "b")
    assert [span.text for span in claim.denials] == [both]


def test_only_the_part_that_is_not_so_is_denied() -> None:
    said = "{}, said the board had found {} of fraud, but admitted that six lists were typed by hand."
    not_so, so = said.format("The clerk, Otto Varn", "no sign"), said.format("A member, Petra Lund", "signs")
    story = found(written("a", f"{not_so} {_REST}"), written("b", f"{so} {_REST}"))
    assert [span.text for span in claim_of(story, "typed by hand").denials] == []
    assert claim_of(story, "typed by hand").articles == ("a", "b")
    denied = claim_of(story, "found signs of fraud")
    assert denied.articles == ("b",)
    assert [span.text for span in denied.denials] == [not_so]


def test_who_denies_what_others_say_was_not_so_agrees_with_them() -> None:
    one = "No prisoner was freed in exchange for the pilots, the foreign ministry in Orlen told reporters on Monday."
    other = "Minister Petra Lund denied reports that any prisoner had been freed in exchange for the pilots."
    denied = _denied(found(written("a", f"{one} {_REST}"), written("b", f"Swans nest there. {other}")))
    assert [sorted(denials) for denials in denied.values()] == [sorted([one, other])]
    assert all(not claim.support for claim in found(written("a", one), written("b", other)).claims if claim.denials)


@pytest.mark.parametrize(
    "beside",
    [
        "“If you haul stones, you really don't need a barge that big,” said Lotte Frame, who builds them in Sarn.",
        "“Don't build a barge, build a bridge,” Lotte Frame, who builds both, told the crowd in Sarn.",
        "Before this, no barge had been built in Sarn, said Lotte Frame, a historian of the town.",
        "In 2019 no barge was built in Sarn for want of oak, said Lotte Frame, a historian of the town.",
        "There was no part for a builder in the play, said Lotte Frame, who paints the scenes in Sarn.",
    ],
)
def test_what_is_no_contrary_denies_nothing(beside: str) -> None:
    told = "A barge of forty metres was built in Sarn as part of the harbour plan, the owner, Ivo Brandt, said."
    story = found(written("a", f"{told} {_REST}"), written("b", f"Swans nest there. {beside}"))
    assert _denied(story) == {}


def test_nobody_denies_himself_in_one_article() -> None:
    one = "“Everyone thought that the crew would fill those seats, and nobody filled them,” the coach, Ada Orr, said."
    other = "“The crew filled those seats as well as it could,” Orr said."
    assert _denied(found(written("a", f"{one} {other} {_REST}"), written("b", _REST))) == {}


def test_what_somebody_would_not_say_is_no_claim() -> None:
    silent = "The chairwoman, Petra Lund, would not confirm the sum. Lund does not say that the lists were forged."
    story = found(written("a", f"{silent} {_REST}"), written("b", f"{silent} Swans nest there."))
    assert not [claim for claim in story.claims if "sum" in claim.text or "forged" in claim.text]


def test_who_accuses_alike_in_another_report_supports_the_accusation() -> None:
    alleged = "Tove Hagen alleged that ballot boxes had been filled with blank papers in nine villages, most in Orlen."
    one = written("a", f"{_CHARGED} Brandt denied the accusation. {_REST}")
    claim = claim_of(found(one, written("b", f"Swans nest there. {alleged}")), "blank papers")
    assert claim.articles == ("a", "b")
    assert [span.text for span in claim.denials] == ["Brandt denied the accusation."]


@pytest.mark.parametrize(
    ("denial", "denied"),
    [
        ("The head of the rowing club, Ada Orr, said the reports of a sale were false.", "the reports of a sale"),
        (
            "Ada Orr denied having ordered the crew to stay at home.",
            "Ada Orr denied having ordered the crew to stay at home",
        ),
    ],
)
def test_what_is_only_denied_goes_by_what_is_denied(denial: str, denied: str) -> None:
    (claim,) = [c for c in found(written("a", f"{denial} {_REST}"), written("b", _REST)).claims if c.denials]
    assert claim.text.rstrip(".") == denied
    assert not claim.support


def test_nobody_is_shown_to_deny_his_own_words_where_a_copy_altered_them() -> None:
    kept = "“This is a precaution and not a judgement,” the head of the clinic, Ingrid Moll, said on Monday."
    story = found(
        written("a", f"{kept} {_REST}"),
        written("b", f"{kept.replace('judgement', 'judgment')} Swans nest there."),
        written("c", f"Rain fell all day. {kept.replace('not a judgement', 'a judgment')}"),
    )
    assert _denied(story) == {}


def test_who_denies_what_he_says_is_not_so_does_not_deny_his_words() -> None:
    said = "“Not one of our soldiers stood on the far bank this morning,” the minister, Ada Solbrin, said on Monday."
    denied = "Ada Solbrin denied that any of the soldiers had crossed to the far bank."
    story = found(written("a", f"{said} {_REST}"), written("b", f"{denied} Swans nest there. {said}"))
    assert claim_of(story, "Not one of our soldiers").denials == ()
