"""Claims: what affirms, what denies, and how many origins carry them."""

import pytest

from stemma.claims.units import _joined
from stemma.records import Claim, Span, Statement
from tests.claims.story import claim_of, found, written
from tests.descent.texts import CITING, REWRITE, WIRE

_CLAIM = "Port officials advised the town of Arden to delay the opening of its lock, two officials said."
_DENIAL = "A spokesman for the port denied that officials had advised Arden to delay the opening of the lock."
_SWANS = "Swans nest on the island in the basin."
_BAKERS = "Bakers in Selbrook met on Monday to set the price of bread."
_WIRE = written("wire", WIRE, "Solmark Wire")
_PAPER = written("paper", f"ARDEN (Solmark Wire) — {WIRE}", "Corwell Post")
_OWN = written(
    "own",
    "Bakers in Arden kept their ovens lit until dawn. The Marigold had 61 people on board when "
    "the ferry sank off Arden late on Monday, the harbor office said. A choir sang in the square, and nobody slept. "
    "In the school, teachers pushed desks together for beds. The priest read out names as they were brought to him on "
    "slips of paper. By noon the flags of the town had been lowered, and shops stayed shut. Fishermen who know the "
    "shoals said they would not take their own boats out before the wind turned.",
    "Arden Day",
)


def _counted(claim: Claim) -> tuple[tuple[str, ...], int, int]:
    return claim.articles, claim.origins.low, claim.origins.high


def test_a_claim_names_its_speakers_articles_and_words() -> None:
    claim = claim_of(found(written("a", f"{_CLAIM} {_SWANS}")), "delay the opening")
    assert claim.articles == ("a",)
    assert "two officials" in claim.speakers
    assert claim.text == "Port officials advised the town of Arden to delay the opening of its lock"


def test_a_plain_assertion_of_one_article_is_not_listed() -> None:
    assert found(written("a", f"{_SWANS} {_BAKERS}")).claims == ()


def test_a_denial_stands_with_what_it_denies_and_affirms_nothing() -> None:
    story = found(written("a", f"{_BAKERS} {_CLAIM} {_SWANS}"), written("b", f"{_SWANS} {_DENIAL}"))
    claim = claim_of(story, "delay the opening")
    assert [span.text for span in claim.denials] == [_DENIAL]
    assert claim.articles == ("a",)
    assert claim.why.endswith("; denied in 1 article.")
    assert sum(bool(other.denials) for other in story.claims) == 1


def test_who_denies_that_any_such_thing_was_denies_what_was_said_right_before() -> None:
    accused = "A stoker said the captain had reported trouble with the boiler twice."
    denied = "Merrow Lines denied that any fault had been reported."
    claim = claim_of(found(written("a", f"{_BAKERS} {accused} {denied}")), "reported trouble")
    assert [span.text for span in claim.denials] == [denied]
    other = "Merrow Lines denied that any coal had been sold."
    claims = found(written("a", f"{_BAKERS} {accused} {other}")).claims
    assert claim_of(found(written("a", f"{_BAKERS} {accused} {other}")), "reported trouble").denials == ()
    assert any(claim.denials and not claim.support for claim in claims)


def test_a_denial_of_what_nobody_says_stands_alone() -> None:
    (claim,) = found(written("a", f"{_BAKERS} {_DENIAL}")).claims
    assert (claim.support, claim.articles, claim.origins.high) == ((), (), 0)
    assert [span.text for span in claim.denials] == [_DENIAL]
    assert claim.why == "Denied in 1 article."


@pytest.mark.parametrize(
    "question",
    [
        "The mayor of Arden asked whether port officials had closed the new lock for repairs.",
        "“Have port officials closed the new lock for repairs?” the mayor of Arden asked.",
    ],
)
def test_a_question_affirms_nothing(question: str) -> None:
    affirmed = written("a", f"The clerk said port officials had closed the new lock for repairs. {_SWANS}")
    assert found(written("b", f"{question} {_BAKERS}")).claims == ()
    claim = claim_of(found(affirmed, written("b", f"{_BAKERS} {question}")), "closed the new lock")
    assert _counted(claim) == (("a",), 1, 1)


def test_an_echo_adds_an_article_and_no_origin() -> None:
    assert _counted(claim_of(found(_WIRE, _PAPER), "Marigold sank")) == (("paper", "wire"), 1, 1)


def test_a_report_of_its_own_adds_an_origin() -> None:
    claim = claim_of(found(_WIRE, _PAPER, _OWN), "Marigold sank off Arden")
    assert _counted(claim) == (("own", "paper", "wire"), 2, 2)
    assert claim.why == "1 article goes back to Arden Day; 2 articles go back to Solmark Wire."


def test_what_a_citing_article_reports_itself_has_its_own_origin() -> None:
    story = found(_WIRE, written("citing", CITING, "Corwell Post"))
    assert claim_of(story, "sank off Arden").why == "2 articles go back to Solmark Wire."
    own = claim_of(story, "a levy of three crowns")
    assert _counted(own) == (("citing",), 1, 1)
    assert own.why == "1 article goes back to Corwell Post's own reporting or another source."


def test_claims_of_more_articles_come_first() -> None:
    counts = [len(claim.articles) for claim in found(_WIRE, _PAPER, _OWN).claims]
    assert counts == sorted(counts, reverse=True)


def test_a_claim_is_shown_in_the_words_of_the_least_altered_article() -> None:
    story = found(_WIRE, written("aaa", REWRITE))
    assert claim_of(story, "Marigold sank off Arden").text in WIRE


def test_a_long_claim_is_cut_at_a_word() -> None:
    long = " ".join(f"the warden of lock {number} wept," for number in range(12))
    (claim,) = found(written("a", f"Ada Orrin said that {long} and nobody came.")).claims
    assert len(claim.text) <= 162
    assert claim.text.endswith(" …")


def test_ids_come_from_what_is_said_where() -> None:
    first, second = found(_WIRE, _PAPER), found(_PAPER, _WIRE)
    assert [claim.id for claim in first.claims] == [claim.id for claim in second.claims]
    assert len({claim.id for claim in first.claims}) == len(first.claims)


@pytest.mark.parametrize("denial", ["The board denied it.", "The board denies the claims.", "The board denied this."])
def test_a_denial_that_only_points_back_denies_what_was_said_before_it(denial: str) -> None:
    told = "The water board poured sewage into the Ellin for three years, an engineer, Marta Quill, said on Monday."
    later = "A hearing is set for April in the town hall, where a judge will listen to both sides."
    findings = found(written("a", f"{told} {denial} {later}"), written("b", f"{told} {later}"))
    (denied,) = [claim for claim in findings.claims if claim.denials]
    assert [span.text for span in denied.denials] == [denial]
    assert denied.articles == ("a", "b")


_JOINED = "About 340 people joined the strike at the Harrow mill on Monday, the weavers' union said."


@pytest.mark.parametrize(
    "unlike",
    [
        "In the port, 340 people were waiting for a ferry that did not come, a clerk said.",
        "Some 430 residents signed a letter to the Harrow mill on Monday, the mayor said.",
        "The strike at the Harrow mill is about more than pay.",
        "About 210 people joined the strike at the Harrow mill on Monday, the owner said.",
        "Shares in the Harrow mill fell on Monday.",
    ],
)
def test_words_in_common_do_not_make_one_claim(unlike: str) -> None:
    story = found(written("a", f"{_JOINED} {_SWANS}"), written("b", f"{_BAKERS} {unlike}"))
    assert claim_of(story, "About 340 people joined").articles == ("a",)
    assert all(len(claim.articles) == 1 for claim in story.claims)


def test_of_a_sentence_of_two_facts_the_one_in_question_supports_a_claim() -> None:
    joined = "The weavers said about 340 had joined the strike at the mill; by the owner's count it was 210."
    story = found(written("a", _JOINED), written("b", f"{joined} {_SWANS}"))
    claims = [claim for claim in story.claims if "b" in claim.articles and "340" in str(claim.support)]
    assert all("the owner" not in claim.speakers for claim in claims)


def test_an_offer_that_is_rejected_is_no_denial() -> None:
    offer = "The weavers' union rejected an offer of 3 percent in April."
    story = found(written("a", f"{offer} {_SWANS}"), written("b", f"{_BAKERS} {offer}"))
    assert claim_of(story, "rejected an offer").denials == ()


def test_an_unnamed_speaker_is_a_noun_phrase() -> None:
    text = "According to the harbor office, 12 boats needed repair, with two of them sunk at the quay."
    asked = "“The lock is shut,” said an official at the port, who asked not to be named."
    speakers = {name for claim in found(written("a", f"{text} {asked}")).claims for name in claim.speakers}
    assert speakers == {"the harbor office", "an official at the port"}


def test_a_body_is_one_speaker_with_the_article_and_without() -> None:
    one = "The Dockers' League put the number of strikers at 640. Gulls sat on the cranes."
    other = "Some 640 strikers are out, by the Dockers' League's count. Gulls sat on the cranes."
    speakers = {name for claim in found(written("a", one), written("b", other)).claims for name in claim.speakers}
    assert len({name.casefold().removeprefix("the ") for name in speakers}) == len(speakers)


def test_what_a_citing_article_reports_itself_carries_no_claim_of_the_wire() -> None:
    """Its own news names the ferry and the night as the wire does, and is another claim, of its own origin."""
    own = (
        "All nineteen singers of the Corwell choir who were on the Marigold when it sank off Arden are back with their "
        "families, the choir master said."
    )
    citing = written("citing", f"{own}\n\n{CITING}", "Corwell Post")
    claims = found(_WIRE, citing).claims
    (claim,) = [claim for claim in claims if any(own[:40] in span.text for span in claim.support)]
    assert (claim.articles, claim.why) == (
        ("citing",),
        "1 article goes back to Corwell Post's own reporting or another source.",
    )


def test_a_passage_that_cites_a_report_at_hand_adds_no_origin() -> None:
    """The citing article is no kin of the wire, and what it has from it is an echo."""
    cited = "The ferry Marigold sank off Arden on Monday night with 61 people on board, Solmark Wire reported."
    brief = written("brief", f"Rain will fall in Corwell until noon. {_BAKERS} {_SWANS} {cited}", "Daily Brief")
    claim = claim_of(found(_WIRE, brief), "with 61 people on board")
    assert (claim.articles, claim.origins.high) == (("brief", "wire"), 1)


def test_a_name_and_an_office_in_common_are_no_claim() -> None:
    accused = "Union leader Dora Manley accused the company of walking out of the talks shortly before midnight."
    elsewhere = "Dora Manley, who leads the Dockers' Union, walked to the regatta in Ostrey, where she gave out cups."
    story = found(
        written("a", f"{accused} Swans nest on the island in May."),
        written("b", f"Rain fell on the crews in the afternoon. {elsewhere}"),
    )
    assert all(claim.articles != ("a", "b") for claim in story.claims)


def test_one_quotation_is_one_claim_however_short() -> None:
    said = "“We will appeal, and we will win,” the club's head, Howard Tell, {}."
    story = found(
        written("a", f"Bakers met in the hall on Monday. {said.format('told the Post in the tunnel')}"),
        written("b", f"Swans nest on the island in May. {said.format('said')}"),
    )
    assert claim_of(story, "we will win").articles == ("a", "b")


def test_a_signature_is_no_claim() -> None:
    story = found(
        written("a", "Bakers met in the hall on Monday.\n\n— Ada Orr (@ada_orr) May 1, 2031"),
        written("b", "Swans nest on the island in May.\n\n— Ada Orr (@ada_orr) May 1, 2031"),
    )
    assert not story.claims


def test_two_spellings_of_one_source_are_one_speaker() -> None:
    told = "A ferry with 214 people on board ran on a sandbank outside Brenna in fog, {} said on Tuesday."
    story = found(written("a", told.format("the harbour authority")), written("b", told.format("the harbor authority")))
    assert claim_of(story, "sandbank").speakers == ("the harbour authority",)


def test_a_content_on_both_sides_of_its_cue_is_shown_whole() -> None:
    told = "About 1,200 people in the harbour quarter were told to stay indoors with their windows closed."
    story = found(
        written("a", f"{told} Swans nest on the island in May."), written("b", f"Bakers met on Monday. {told}")
    )
    assert claim_of(story, "stay indoors").text.startswith("About 1,200 people in the harbour quarter were told to")


def test_a_content_whose_pieces_stand_in_another_order_is_kept_in_pieces() -> None:
    span = Span("a", 0, 43, "Warned in May, Orlen had no boats, he said.")
    pieces = (Span("a", 15, 33, "Orlen had no boats"), Span("a", 0, 13, "Warned in May"))
    cue = (Span("a", 38, 42, "said"),)
    statement = Statement(id="s", article="a", kind="indirect", source=(), cue=cue, content=pieces)
    assert _joined(statement, span) == list(pieces)
