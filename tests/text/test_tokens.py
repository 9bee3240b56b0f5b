"""Words: what is one word, and which words are matched as the same."""

import pytest

from stemma.text.tokens import stem, tokens, words

WORDS = [
    ("The U.S. navy", ["The", "U.S.", "navy"]),
    ("pro-union boats", ["pro", "union", "boats"]),
    ("don’t stop", ["don’t", "stop"]),
    ("1,400 boats, 2.5 percent", ["1,400", "boats", "2.5", "percent"]),
    ("the town’s boats", ["the", "town’s", "boats"]),
    ("École d’été", ["École", "d’été"]),
    ("— “…” —", []),
    ("", []),
]

SAME = [
    ("boats", "boat", "en"),
    ("delayed", "delaying", "en"),
    ("town’s", "town", "en"),
    ("U.S.", "US", "en"),
    ("Häuser", "häuser", "de"),
]

OTHER = [("US", "us", "en"), ("WHO", "who", "en"), ("1,400", "1400", "en"), ("boat", "ship", "en")]


@pytest.mark.parametrize(("text", "words"), WORDS)
def test_words_are_divided(text: str, words: list[str]) -> None:
    assert [token.text for token in tokens(text)] == words


def test_each_word_stands_where_it_says_counted_from_the_offset() -> None:
    text = "The town’s U.S. envoy"
    assert all(text[token.start : token.end] == token.text for token in tokens(text))
    assert [token.start - 100 for token in tokens(text, "en", 100)] == [token.start for token in tokens(text)]


@pytest.mark.parametrize(("one", "other", "language"), SAME)
def test_forms_of_one_word_have_one_stem(one: str, other: str, language: str) -> None:
    assert stem(one, language) == stem(other, language)


@pytest.mark.parametrize(("one", "other", "language"), OTHER)
def test_different_words_have_different_stems(one: str, other: str, language: str) -> None:
    assert stem(one, language) != stem(other, language)


def test_a_language_without_a_stemmer_is_matched_by_the_beginnings_of_its_words_in_lower_case() -> None:
    assert stem("Kayıklar", "xx") == stem("kayıkta", "xx") == "kayık"
    assert stem("Kayak", "xx") == "kayak"
    assert stem("항구에서", "ko") == stem("항구는", "ko") == "항구"


def test_vowel_signs_and_accents_of_their_own_stay_with_their_letters() -> None:
    assert [token.text for token in tokens("हिन्दी नाव", "hi")] == ["हिन्दी", "नाव"]
    assert [token.text for token in tokens("cafe\u0301 noir", "fr")] == ["cafe\u0301", "noir"]


def test_a_script_without_blanks_is_read_as_overlapping_runs_of_letters() -> None:
    assert [token.text for token in tokens("渡轮沉没。船", "zh")] == ["渡轮", "轮沉", "沉没", "船"]
    assert [token.text for token in tokens("เรือจม", "th")] == ["เรือ", "รือจ", "อจม"]
    assert [token.text for token in tokens("2026年Arden港", "zh")] == ["2026", "年", "Arden", "港"]


def test_runs_of_letters_stand_where_they_say() -> None:
    text = "Arden 渡轮沉没, เรือจม"
    assert all(text[token.start : token.end] == token.text for token in tokens(text, "zh"))


@pytest.mark.parametrize(
    "text",
    [
        "The ferry sank off Ardén at 4.30, the U.S. crew's log says.",
        "It’s 1,400km; don't x1 a.b. A.B",
        "Arden 渡轮沉没, เรือจม",
        "",
    ],
)
def test_words_are_those_of_the_tokens(text: str) -> None:
    assert words(text) == [token.text for token in tokens(text)]


def test_the_short_way_for_plain_words_parts_them_where_the_others_do() -> None:
    assert words("ab1 ab_c abé ab’s ab.cd a.b. ab. AB") == "ab 1 ab _c abé ab’s ab cd a.b. ab AB".split()
