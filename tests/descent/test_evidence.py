"""What a copyist loses, spoils and shares: particulars, corruption, readings."""

import pytest

from stemma.descent.corruption import absorbed_quotations, odd_spellings, slips
from stemma.descent.direction import objections, weight
from stemma.descent.particulars import lacking
from stemma.descent.readings import shared_readings
from tests.descent.cast import cast, known, paired
from tests.descent.texts import REWRITE, SPUN, WIRE

_SUNG = "He said: “We sang to keep the children awake.”"

LACKING = [
    ("The crew met Odo Vantry.", "Nobody came.", [("name", "vantry")]),
    ("The crew met Odo Vantry.", "Mr. Vantry came.", []),
    ("The crew met Odo Vantry.", "The crew met Odo Vantri.", []),
    ("The crew met Odo Vantry.", "The crew met Odo Ventris.", [("name", "vantry")]),
    ("They lost 54 boats.", "They lost fifty-four boats.", []),
    ("They lost 54 boats.", "They lost 45 boats.", [("number", "54")]),
    ("They lost 54 boats, then 54 more.", "They lost boats.", [("number", "54")]),
    (_SUNG, "They said they had sung to keep the children awake.", []),
    (_SUNG, "They kept quiet.", [("quotation", "we sang to keep the children awake")]),
]

KEPT = [
    "The pumps failed. Nobody came.",
    "It cost approx. ten crowns in Jan. and more in Feb. again.",
    "Corwell Ltd. said no, and the U.S. and others agreed at 5 p.m. in Arden.",
    "The page arden.com. is down.",
    "“It sank.” he said.",
    "The pumps failed.\nnobody came.",
    "The firm sells iPhones. eBay buys them.",
]

BROKEN = [
    ("The pumps failed. and nobody came.", 1),
    ("It sank! nobody died. then dawn came.", 2),
    ("Pumps fail. nobody came.\n\nThe boats sank. all of them.", 2),
]


def _particulars(text: str) -> list[tuple[str, str, int]]:
    return [(found.kind, found.span.text, found.passage) for found in known(text).found]


def test_names_numbers_and_long_quotations_are_particulars() -> None:
    text = "The crew met Odo Vantry on 14 June. He told 54 sailors: “We sang to keep the children awake.”"
    assert _particulars(text) == [
        ("name", "Odo Vantry", 0),
        ("number", "14", 0),
        ("number", "54", 1),
        ("quotation", "We sang to keep the children awake.", 1),
    ]


def test_small_numbers_in_words_and_short_quotations_are_grammar() -> None:
    assert _particulars("One of them said it was “too late,” and two others wept.") == []


def test_a_headline_gives_no_particulars() -> None:
    assert _particulars("Ferry sinks off Arden with 61 aboard\n\nA boat sank.") == []


@pytest.mark.parametrize(("one", "other", "missing"), LACKING)
def test_what_another_lacks_is_told_whatever_its_spelling(one: str, other: str, missing: list[tuple[str, str]]) -> None:
    assert [(found.kind, found.key) for found in lacking(known(one), known(other))] == missing


@pytest.mark.parametrize("text", KEPT)
def test_an_abbreviation_or_a_line_break_is_no_broken_sentence(text: str) -> None:
    assert slips(cast("a", text)) == ()


@pytest.mark.parametrize(("text", "count"), BROKEN)
def test_a_stop_before_a_small_letter_is_a_broken_sentence(text: str, count: int) -> None:
    found = slips(cast("a", text))
    assert len(found) == count
    assert all(span.text in text for span in found)


def test_a_question_told_without_marks_is_no_broken_sentence() -> None:
    assert slips(cast("a", "Why did nobody come? they asked in the harbor.")) == ()


def test_a_quotation_that_swallowed_the_narrator_is_spoilt() -> None:
    clean = (
        "“We have told the crew what we need,” the purser said, adding that the trawlers had brought blankets and "
        "soup to the pier."
    )
    spoilt = (
        "“We have told the crew what we need, and the trawlers brought blankets and soup to the pier,” the purser said."
    )
    pair = paired(cast("a", clean), cast("b", spoilt))
    assert [span.text for span in absorbed_quotations(pair, "b")] == [spoilt.partition(" the purser")[0]]
    assert absorbed_quotations(pair, "a") == ()


def test_a_quotation_that_goes_on_longer_is_not_spoilt() -> None:
    short = "“We have told the crew what we need,” the purser said. Later the trawlers left the pier."
    long = "“We have told the crew what we need, and when,” the purser said. Later the trawlers left the pier."
    pair = paired(cast("a", short), cast("b", long))
    assert absorbed_quotations(pair, "a") == absorbed_quotations(pair, "b") == ()


def test_a_spelling_is_odd_where_two_others_agree_on_another() -> None:
    texts = {
        "a": "The crew met Yorick Belant in Arden.",
        "b": "They saw Yorick Bellant in Arden.",
        "c": "The town of Arden greeted Yorick Bellant.",
    }
    found = odd_spellings({name: known(text) for name, text in texts.items()})
    assert [(name, [usual for _, usual in odd]) for name, odd in found.items()] == [("a", ["bellant"])]


@pytest.mark.parametrize(
    "text",
    [
        "The crew met Yorick Belant and his uncle Bellant in Arden.",
        "The crew met Yorick Bellants in Arden.",
        "The crew met Yorick Kellant in Arden.",
    ],
)
def test_two_people_or_an_inflection_are_no_odd_spelling(text: str) -> None:
    others = {"b": "They saw Yorick Bellant in Arden.", "c": "The town of Arden greeted Yorick Bellant."}
    assert odd_spellings({name: known(entry) for name, entry in {"a": text, **others}.items()}) == {}


def test_what_two_share_against_a_third_is_not_from_the_third() -> None:
    texts = {
        "exemplar": "The crew met Ada Orrin and Tamsin Brell.",
        "copy": "The crew met Odo Vantry and Ada Orrin.",
        "other": "The town met Odo Vantry and Tamsin Brell.",
    }
    found = shared_readings(sorted(texts), {name: known(text) for name, text in texts.items()}, "exemplar", "copy")
    assert [objection.evidence.detail for objection in found] == [
        "copy and other agree in 1 particular that exemplar has nowhere"
    ]
    assert [span.text for span in found[0].evidence.spans] == ["Odo Vantry", "Odo Vantry"]


def test_a_relative_that_may_be_made_from_the_copy_says_nothing() -> None:
    texts = {
        "exemplar": "The crew met Ada Orrin and Tamsin Brell.",
        "copy": "The crew met Odo Vantry and Ada Orrin.",
        "other": "The town met Odo Vantry.",
    }
    assert shared_readings(sorted(texts), {name: known(text) for name, text in texts.items()}, "exemplar", "copy") == []


def test_lost_particulars_exclude_the_poorer_text_as_exemplar_and_not_the_richer_one() -> None:
    pair = paired(cast("wire", WIRE), cast("copy", REWRITE))
    assert weight(objections(pair, "copy", "wire", {})) >= 2
    assert objections(pair, "wire", "copy", {}) == ()


def test_objections_come_heaviest_first_and_each_has_its_signal() -> None:
    pair = paired(cast("wire", WIRE), cast("spun", SPUN))
    found = objections(pair, "spun", "wire", {})
    assert [objection.evidence.signal for objection in found] == ["particulars_not_in_exemplar", "broken_sentences"]
    assert [objection.weight for objection in found] == sorted((o.weight for o in found), reverse=True)
