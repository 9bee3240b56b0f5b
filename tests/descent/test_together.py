"""Words that each text has once: what stands together in one passage of each."""

from stemma.collate import collate
from stemma.descent import kinship, wording
from stemma.engine.witness import witness
from stemma.records import Article

_REPORT = (
    "The heron colony above the Marl weir has doubled. Wardens counted forty nests, some in a derelict windmill. "
    "A grocer, Ulla Verne, feeds stragglers with sprats."
)


# A single very rare word counts a little more than one.
_ONE_WORD = 0.05


def _together(a: str, b: str) -> float:
    one, two = (witness(Article(id=name, text=text, language="en")) for name, text in (("a", a), ("b", b)))
    return kinship(one, two, collate(one, two), (wording(one), wording(two))).signals["together"]


def test_words_of_one_passage_count_beyond_the_first() -> None:
    kept = "In a derelict windmill and elsewhere, wardens found forty nests."
    assert _together(_REPORT, kept) > 0.2
    assert _together(_REPORT, "A windmill burned.") < _ONE_WORD


def test_the_same_words_in_different_passages_are_no_evidence() -> None:
    scattered = "A windmill burned. Nests are protected. Wardens resigned. It was a derelict harbor."
    assert _together(_REPORT, scattered) < _ONE_WORD


def test_a_name_counts_once() -> None:
    assert _together(_REPORT, "Ulla Verne married.") < _ONE_WORD


def test_what_both_quote_was_heard() -> None:
    said = "“Forty nests in a derelict windmill,” the wardens said."
    assert _together(f"{said} It rained.", f"Yesterday it snowed. {said}") < _ONE_WORD


def test_a_subject_named_again_and_again_is_no_evidence() -> None:
    subject = "Herons nest. Herons feed. Herons leave. Nests fall. Wardens nest."
    assert _together(subject, "Herons nest here. Herons nest there.") < _ONE_WORD
