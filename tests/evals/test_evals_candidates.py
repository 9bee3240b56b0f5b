"""The evaluation of candidates counts kin by kind, and what is left out."""

from evals.corpus_candidates import Kin, kin_measures


def test_recall_is_counted_in_all_and_by_kind() -> None:
    kin = [Kin("star", "a", "b"), Kin("star", "a", "c"), Kin("reprint", "d", "e")]
    measures = {one.name: one.value for one in kin_measures({("a", "b"), ("d", "e"), ("a", "e")}, kin, 5)}
    assert measures["kin found"] == 2 / 3
    assert measures["kin found, star"] == 0.5
    assert measures["kin found, reprint"] == 1.0
    assert measures["pairs left out"] == 0.7
