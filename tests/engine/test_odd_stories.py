"""Stories that no newsroom would print: each has a defined answer."""

from itertools import permutations

import pytest

import stemma
from stemma.records import Article, Lineage

_REPORT = (
    "The ferry Marigold sank off Arden on Monday night with sixty passengers on board. A gasket in the engine room had "
    "burst, and the pumps were overwhelmed within minutes. Trawlers from Selbrook lifted the survivors from their "
    "rafts before dawn. Two deckhands drowned when their raft overturned near the breakwater. The company had "
    "postponed a survey of the hull since January."
)


def _lineage(*texts: str) -> Lineage:
    return stemma.lineage([Article(text=text, id=f"w{place}") for place, text in enumerate(texts)])


def test_one_text_under_two_ids_is_one_origin_and_which_came_first_is_left_open() -> None:
    found = _lineage(_REPORT, _REPORT)
    assert (found.origins.low, found.origins.high) == (1, 1)
    assert found.descent == ()
    assert [pair.articles for pair in found.undecided] == [("w0", "w1")]
    assert found.undecided[0].reason


def test_a_text_that_holds_another_twice_is_kin_to_it_and_each_passage_is_counted_once() -> None:
    found = stemma.compare(Article(text=f"{_REPORT}\n\n{_REPORT}", id="twice"), Article(text=_REPORT, id="once"))
    assert found.kinship.probability > 0.9
    assert found.kinship.coverage == (0.5, 1.0)
    assert len(found.alignment.pairs) == 5


@pytest.mark.parametrize("text", ["Ferry sank, Arden", "No one died", "渡轮沉没", "60 60 60"])
def test_three_words_are_kin_to_nothing_else(text: str) -> None:
    found = _lineage(text, _REPORT, "Wheat rose in Velda")
    assert (found.origins.low, found.origins.high) == (3, 3)


def test_articles_without_words_are_origins_of_their_own() -> None:
    found = _lineage("…", "", _REPORT)
    assert found.origins.high == 3


def test_the_order_of_the_articles_changes_nothing() -> None:
    texts = {"a": _REPORT, "b": _REPORT.replace("Monday", "Sunday"), "c": "Wheat rose in Velda. Millers bought."}
    articles = [Article(text=text, id=name) for name, text in texts.items()]
    answers = {repr(stemma.lineage(order)) for order in permutations(articles)}
    assert len(answers) == 1
