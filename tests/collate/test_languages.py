"""Any language is collated: by its stemmer, else by beginnings of words, or runs of letters where no blanks stand."""

import pytest

import stemma
from stemma.records import Article, Comparison
from tests.collate.languages import TOLD

_PORTED = "Le ferry a coulé devant Arden. The ferry sank off Arden. Personne n'est mort. Nobody died on board."


def _compared(a: str, b: str) -> Comparison:
    return stemma.compare(Article(text=a, id="a"), Article(text=b, id="b"))


@pytest.mark.parametrize("language", TOLD)
def test_a_rewording_is_kin_and_each_sentence_is_found(language: str) -> None:
    found = _compared(TOLD[language].report, TOLD[language].reworded)
    assert found.kinship.probability > 0.95
    assert found.kinship.coverage == (1.0, 1.0)


@pytest.mark.parametrize("language", TOLD)
def test_a_report_of_ones_own_is_not_kin(language: str) -> None:
    found = _compared(TOLD[language].report, TOLD[language].other)
    assert found.kinship.probability < 0.7


@pytest.mark.parametrize("language", TOLD)
def test_every_two_of_one_language_have_the_same_answer_in_one_story(language: str) -> None:
    told = TOLD[language]
    found = stemma.lineage([Article(text=text, id=f"{place}") for place, text in enumerate(told)])
    assert [group.articles for group in found.origins.groups] == [("0", "1"), ("2",)]


def test_a_report_is_not_kin_to_its_translation() -> None:
    found = _compared(TOLD["fr"].report, TOLD["de"].report)
    assert found.kinship.probability < 0.2


def test_two_languages_in_one_text_are_matched_each_with_its_own() -> None:
    assert _compared(_PORTED, _PORTED).kinship.probability > 0.9
    mixed = f"{TOLD['fr'].report}\n\n{TOLD['zh'].report}"
    assert _compared(mixed, TOLD["fr"].reworded).kinship.coverage[1] > 0.9
    assert _compared(mixed, TOLD["zh"].reworded).kinship.coverage[1] > 0.5
