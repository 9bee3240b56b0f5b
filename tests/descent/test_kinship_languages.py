"""Kinship in other languages than English, in none at all, and in texts that are hardly texts."""

from itertools import pairwise

import pytest

import stemma
from stemma.records import Article, Kinship
from stemma.text.sentences import sentences
from tests.descent.kinship_languages import TOLD

_ALL = sorted(TOLD)


def _kinship(a: str, b: str, language: str | None = None, other: str | None = None) -> Kinship:
    return stemma.kinship(
        Article(id="a", text=a, language=language), Article(id="b", text=b, language=other or language)
    )


@pytest.mark.parametrize("declared", [True, False])
@pytest.mark.parametrize("language", _ALL)
def test_kin_rank_above_independent_reports(language: str, declared: bool) -> None:
    told = TOLD[language]
    name = language if declared else None
    kin = [_kinship(told.report, text, name).probability for text in told.rewrites]
    kin.append(_kinship(*told.rewrites, name).probability)
    apart = [_kinship(told.report, text, name).probability for text in told.independent]
    apart += [_kinship(*told.independent, name).probability]
    assert min(kin) > max(apart)
    assert kin[0] > 0.9
    assert max(apart) < 0.5


@pytest.mark.parametrize("language", _ALL)
def test_a_language_that_is_not_known_is_matched_by_its_words(language: str) -> None:
    """No stemmer, no list of frequencies: "xx" is no language."""
    told = TOLD[language]
    kin = _kinship(told.report, told.rewrites[0], "xx").probability
    assert kin > max(_kinship(told.report, text, "xx").probability for text in told.independent)
    assert kin > 0.5


def test_another_language_is_not_kin() -> None:
    """A translation shares names alone: nothing is claimed of it."""
    for one, other in pairwise(_ALL):
        assert _kinship(TOLD[one].report, TOLD[other].report, one, other).probability < 0.5


@pytest.mark.parametrize(("first", "second"), [("fr", "de"), ("es", "ru"), ("ru", "zh"), ("zh", "fr")])
def test_two_languages_in_one_text(first: str, second: str) -> None:
    one, two = TOLD[first], TOLD[second]
    mixed, reworded = f"{one.report}\n\n{two.report}", f"{one.rewrites[0]}\n\n{two.rewrites[0]}"
    apart = f"{one.independent[0]}\n\n{two.independent[0]}"
    assert _kinship(mixed, reworded).probability > 0.9
    assert _kinship(mixed, apart).probability < 0.5
    assert _kinship(mixed, one.rewrites[0]).probability > _kinship(mixed, one.independent[0]).probability


@pytest.mark.parametrize("language", _ALL)
def test_the_same_text_under_two_ids(language: str) -> None:
    found = _kinship(TOLD[language].report, TOLD[language].report)
    assert found.probability > 0.99
    assert found.coverage == (1.0, 1.0)


@pytest.mark.parametrize("language", _ALL)
def test_a_text_that_holds_another_twice(language: str) -> None:
    report = TOLD[language].report
    found = _kinship(report, f"{report}\n\n{report}")
    assert found.probability > 0.9
    assert found.coverage[0] == 1.0


@pytest.mark.parametrize("language", [*_ALL, "xx"])
def test_three_words(language: str) -> None:
    """A defined answer, and no claim from a text that says nothing."""
    report = TOLD.get(language, TOLD["fr"]).report
    few = report[: sentences(report)[0][1]][:14]
    for other in ("Three small words", few, "一二三", "…"):
        assert _kinship("Two other words", other, language).probability < 0.9
        assert 0.0 <= _kinship(report, other, language).probability <= 1.0


def test_an_opening_mark_belongs_to_the_sentence_after_it() -> None:
    text = "他们来了。“我们在等，”队长说。"
    assert [text[start:end] for start, end in sentences(text, "zh")] == ["他们来了。", "“我们在等，”队长说。"]
