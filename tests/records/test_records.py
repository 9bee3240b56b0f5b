"""Records refuse what would be no finding, and ids come from content."""

import msgspec
import pytest

from stemma.records import Article, Descent, Span, digest

_ARTICLE = Article(id="a", text="The ferry sank.")


def _at(start: int, end: int, article: str = "a") -> Span:
    return Span(article, start, end, "x" * (end - start))


def test_a_span_quotes_its_article() -> None:
    assert _ARTICLE.span(4, 9) == Span("a", 4, 9, "ferry")


@pytest.mark.parametrize(("start", "end"), [(4, 4), (9, 4), (-1, 3), (10, 99), (99, 120)])
def test_a_span_outside_the_text_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="span"):
        _ARTICLE.span(start, end)


def test_a_span_that_quotes_other_words_than_it_says_is_refused() -> None:
    with pytest.raises(ValueError, match="does not quote"):
        Span("a", 4, 9, "boat")


def test_offsets_count_characters_not_bytes() -> None:
    assert Article(id="a", text="É🛶 sank").span(3, 7).text == "sank"


def test_spans_overlap_where_they_share_a_character() -> None:
    assert _at(0, 5).overlaps(_at(4, 9))
    assert not _at(0, 5).overlaps(_at(5, 9))
    assert not _at(0, 5).overlaps(_at(0, 5, "b"))


def test_a_span_contains_what_lies_within_it() -> None:
    assert _at(0, 5).contains(_at(0, 5))
    assert _at(0, 5).contains(_at(1, 4))
    assert not _at(1, 4).contains(_at(0, 4))
    assert not _at(0, 5).contains(_at(1, 4, "b"))


def test_spans_stand_in_the_order_of_their_places() -> None:
    assert sorted([_at(3, 9), _at(3, 4), _at(0, 1, "b"), _at(0, 2)]) == [
        _at(0, 2),
        _at(3, 4),
        _at(3, 9),
        _at(0, 1, "b"),
    ]


def test_records_cannot_be_altered() -> None:
    with pytest.raises(AttributeError):
        setattr(_ARTICLE, "text", "The ferry floats.")  # noqa: B010 - the plain assignment is what mypy refuses


def test_a_descent_without_evidence_is_refused() -> None:
    with pytest.raises(ValueError, match="no evidence"):
        Descent(copy="a", exemplar="b", operation="rewrite", confidence=1, coverage=1, evidence=())


def test_a_record_refuses_a_value_that_the_contract_does_not_name() -> None:
    plain = {"copy": "a", "exemplar": "b", "operation": "theft", "confidence": 1, "coverage": 1, "evidence": []}
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert(plain, Descent)


def test_a_digest_is_fixed_by_its_parts_and_their_order() -> None:
    assert digest("ab", "c") == digest("ab", "c")
    assert len({digest("ab", "c"), digest("a", "bc"), digest("c", "ab"), digest("abc")}) == 4


def test_a_digest_has_two_hexadecimal_digits_a_byte() -> None:
    assert len(digest("ferry")) == 12
    assert len(digest("ferry", size=3)) == 6
    assert set(digest("\ud800 half a pair")) <= set("0123456789abcdef")
