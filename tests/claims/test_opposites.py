"""A denial in what is said: it stands with what it denies and supports nothing."""

import pytest

from tests.claims.story import claim_of, found, written

_WARNED = (
    "SELBROOK — Harrow Mills was warned in March that a seam of its largest boiler had cracked, two inspectors said. "
    "The boiler burst on Saturday and flooded the dye house. Fishermen below the weir pulled up their nets. "
    "The mayor, Pel Orrin, asked people not to drink from wells."
)
_OWN = (
    "Divers searched the bank of the Ellin for the valve that had held the steam. {} A heron stood in the shallows. "
    "Shops in the old town ran out of bottled water by noon, and the school sent its pupils home."
)


@pytest.mark.parametrize(
    "denial",
    [
        "“We never received any warning from the inspectors,” said Ada Quill, the manager of Harrow Mills.",
        "“Nobody at Harrow Mills was warned about the seam,” said Ada Quill, its manager.",
        "Ada Quill, the manager of Harrow Mills, insisted that no warning had been given.",
        "“There was no warning,” said Ada Quill, who runs Harrow Mills.",
        "“Not a single inspector warned us,” Ada Quill, the manager of Harrow Mills, told the Day.",
        "It is not true that Harrow Mills was warned about the seam, its manager, Ada Quill, said.",
        "Ada Quill, the manager of Harrow Mills, rejected the claim that it had been warned.",
        "Ada Quill, the manager of Harrow Mills, called the claim that it was warned of a cracked seam false.",
        "“Neither I nor my deputy was warned that the seam had cracked,” said Ada Quill of Harrow Mills.",
        "Harrow Mills had never been warned about a cracked seam, said Ada Quill, its manager.",
        "Far from being warned about a cracked seam, Harrow Mills was praised, said Ada Quill, its manager.",
        "“The claim that Harrow Mills was warned about a cracked seam is nonsense,” said Ada Quill, its manager.",
        "Two inspectors failed to warn Harrow Mills about the cracked seam, said Ada Quill, its manager.",
    ],
)
def test_who_denies_is_no_support_and_no_speaker_of_the_claim(denial: str) -> None:
    claim = claim_of(found(written("a", _WARNED), written("b", _OWN.format(denial))), "was warned in March")
    assert [span.text for span in claim.denials] == [denial]
    assert claim.articles == ("a",)
    assert claim.speakers == ("two inspectors",)


def test_what_was_not_known_and_what_was_known_are_opposites() -> None:
    knew = "The water board knew about the leak in the Ellin main for a year, an engineer, Marta Quill, said on Monday."
    not_known = "The water board did not know about the leak in the Ellin main, its chairman, Otto Varn, said."
    rest = "A hearing is set for April in the town hall."
    story = found(written("a", f"{knew} {rest}"), written("b", f"{rest} {not_known}"))
    claim = claim_of(story, "knew about the leak")
    assert [span.text for span in claim.denials] == [not_known]
    assert claim.articles == ("a",)


def test_two_who_say_alike_that_something_was_not_so_agree() -> None:
    one = "The mayor said that no train would stop at the quay on Sunday because of the flood."
    other = "No trains will stop at the quay on Sunday because of the flood, the mayor said."
    story = found(written("a", one), written("b", other))
    assert all(not claim.denials for claim in story.claims)


def test_a_report_that_is_dismissed_as_false_is_denied() -> None:
    told = "The water board poured sewage into the Ellin for three years, the Corwell Post reported on Monday."
    text = f"{told} The board has dismissed the report as false. A hearing is set for April in the town hall."
    (denied,) = [claim for claim in found(written("a", text)).claims if claim.denials]
    assert [span.text for span in denied.denials] == ["The board has dismissed the report as false."]
    assert denied.articles == ("a",)


def test_a_denial_in_another_form_of_the_verb_stands_with_its_claim() -> None:
    told = "“The company promised a new rota in January and tore it up,” said Hanne Vold, secretary of the league."
    denied = "Orvane Harbour, which runs the port, denied that it had torn up the rota."
    story = found(written("a", f"{told} Swans nest there. {denied}"), written("b", f"Bakers met. {told}"))
    assert [span.text for span in claim_of(story, "tore it up").denials] == [denied]


def test_what_a_court_did_is_a_claim_though_it_says_something_beside() -> None:
    lead = "The Upper Court struck down the river fee on Monday, ruling by seven votes to two that it broke the law."
    story = found(written("a", f"{lead} Swans nest on the island."), written("b", f"Bakers met. {lead}"))
    assert claim_of(story, "struck down the river fee").articles == ("a", "b")


@pytest.mark.parametrize(
    "left_open",
    [
        "Harrow Mills did not deny that it was warned in March that a seam of its boiler had cracked.",
        "Harrow Mills would neither confirm nor deny that it was warned in March about the cracked seam.",
        "Harrow Mills has not denied being warned in March about the cracked seam.",
        "Ada Quill, its manager, did not dispute that Harrow Mills was warned in March about the cracked seam.",
        "No one denies that Harrow Mills was warned in March about the cracked seam, said Ada Quill, its manager.",
    ],
)
def test_who_does_not_deny_neither_denies_nor_affirms(left_open: str) -> None:
    claim = claim_of(found(written("a", _WARNED), written("b", _OWN.format(left_open))), "was warned in March")
    assert claim.denials == ()
    assert claim.articles == ("a",)
    assert claim.speakers == ("two inspectors",)


def test_what_nobody_doubts_is_affirmed() -> None:
    text = _OWN.format("“Nobody doubts that Harrow Mills was warned in March of a cracked seam,” said Ada Quill.")
    claim = claim_of(found(written("a", _WARNED), written("b", text)), "a seam of its largest boiler")
    assert claim.denials == ()
    assert claim.articles == ("a", "b")


def test_what_is_yet_to_come_neither_supports_nor_denies_that_it_came() -> None:
    done = "The council approved the repairs of the Sollen weir, a clerk, Ivo Brandt, said."
    due = "The council has yet to approve the repairs of the Sollen weir, its leader, Petra Lund, said."
    story = found(written("a", f"{done} Swans nest there."), written("b", f"Bakers met. {due}"))
    claim = claim_of(story, "council approved the repairs")
    assert claim.articles == ("a",)
    assert claim.denials == ()


@pytest.mark.parametrize(
    ("told", "beside"),
    [
        ("The company was close to a sale of the Orr mill.", "The company has still not closed the sale of the mill."),
        ("The council will meet the owners of the mill.", "The council did not meet the owners of the mill on Monday."),
        ("A guard of the mill carried a rifle to the gate.", "The mill has never had a guard carry a rifle like this."),
        ("The question is whether the mill was sold.", "The question is not whether the mill should be sold."),
    ],
)
def test_what_sounds_like_the_contrary_denies_nothing(told: str, beside: str) -> None:
    story = found(written("a", f"{told} Swans nest there, Ada Quill said."), written("b", f"Bakers met. {beside}"))
    assert all(not claim.denials for claim in story.claims)


def test_of_a_quotation_only_the_sentence_that_denies_is_the_denial() -> None:
    said = "“Mr. Orrin walks to the weir each day. The claims that he opened it are untrue,” said his aide, Ada Quill."
    (denied,) = [claim for claim in found(written("a", f"Bakers met. {said}")).claims if claim.denials]
    assert [span.text for span in denied.denials] == [
        "The claims that he opened it are untrue,” said his aide, Ada Quill."
    ]
    assert denied.text == "The claims that he opened it"


def test_consent_that_is_not_given_denies_nothing_that_was_said() -> None:
    text = "The council denied consent to a bill of the mayor, Pel Orrin, to sell the mill. Bakers met at the quay."
    assert all(not claim.denials for claim in found(written("a", text)).claims)


def test_who_denies_that_anything_was_known_denies_that_his_side_knew() -> None:
    knew = "Orr Dairies knew of the mould in January, said a former cook, who asked not to be named."
    denied = "Pel Maas, a spokesman for Orr Dairies, denied that the company had known anything before last week."
    story = found(written("a", f"{knew} Swans nest there. {denied}"), written("b", f"Bakers met. {knew}"))
    assert [span.text for span in claim_of(story, "knew of the mould").denials] == [denied]


def test_who_denies_a_thing_of_another_word_does_not_deny_what_was_said_before() -> None:
    told = "Two cooks said that spare filters had been ordered twice and that both orders were lost."
    denied = "Pel Maas, who runs the dairy, denied that any filter had been overdue."
    story = found(written("a", f"{told} {denied}"), written("b", f"Bakers met. {told}"))
    assert claim_of(story, "spare filters").denials == ()


def test_what_is_called_an_invention_is_denied() -> None:
    told = "A guard said that a crack had opened in the crest of the Orr dam."
    denied = "The governor, Ada Quill, called the report that a crack had opened in the crest of the dam an invention."
    story = found(written("a", f"{told} Swans nest there. {denied}"), written("b", f"Bakers met. {told}"))
    assert [span.text for span in claim_of(story, "a crack had opened").denials] == [denied]
