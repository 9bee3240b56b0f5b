"""Made traditions scored against hand-made lineages."""

import pytest

from evals.measure import Measure
from evals.traditions import Made, Plan, grow
from evals.traditions.measures import measures_for
from evals.traditions.scoring import Scored, scored
from evals.traditions.truth import is_told, truth_of
from stemma.records import Descent, Evidence, Hidden, Lineage, Origin, Origins, Undecided

PROOF = (Evidence("order", "the same order"),)


def tradition(**changes: object) -> Made:
    given = Plan("scored", ("dam",), "star", 5, True, False, "days", "none")
    return grow(given._replace(**changes))  # type: ignore[arg-type]  # the tests name fields of the plan


def lineage(made: Made, edges: list[tuple[str, str]], hidden: list[set[str]] | None = None) -> Lineage:
    descent = tuple(
        Descent(copy=copy, exemplar=exemplar, operation="rewrite", confidence=0.9, coverage=1, evidence=PROOF)
        for copy, exemplar in edges
    )
    lost = tuple(Hidden(f"hidden:{n}", None, tuple(sorted(group)), PROOF) for n, group in enumerate(hidden or []))
    groups: dict[str, list[str]] = {}
    for article, origins in truth_of(made).origins.items():
        groups.setdefault(origins[0], []).append(article)
    found = tuple(Origin(name, name, tuple(articles)) for name, articles in groups.items())
    return Lineage(descent, lost, (), Origins(len(groups), len(groups), found))


def values(rows: list[Scored]) -> dict[str, float]:
    measures: tuple[Measure, ...] = measures_for(rows)
    return {measure.name: round(measure.value, 4) for measure in measures}


@pytest.mark.parametrize("loss", ["none", "root", "inner"])
def test_the_truth_itself_is_perfect(loss: str) -> None:
    made = tradition(shape="tree", size=9, loss=loss)
    truth = truth_of(made)
    row = scored(made, lineage(made, sorted(truth.edges), [set(group) for group in truth.hidden]))
    assert row.faults == ()
    found = values([row])
    assert found["edges F1"] == found["hidden exemplar F1"] == found["adjusted Rand index of origins"] == 1
    assert found["1 - calibration error of edges"] == 0.9


def test_copies_of_a_lost_root_have_no_edge_but_a_hidden_exemplar() -> None:
    made = tradition(loss="root")
    truth = truth_of(made)
    assert not truth.edges
    assert truth.hidden == {frozenset(article.id for article in made.given)}


def test_a_lost_witness_with_one_copy_is_stepped_over() -> None:
    made = tradition(shape="chain")._replace(withheld=frozenset({2}))
    ids = [node.article.id for node in made.nodes]
    assert truth_of(made).hidden == frozenset()
    assert (ids[3], ids[1]) in truth_of(made).edges


def test_nothing_tells_which_of_two_undated_texts_with_the_same_sentences_came_first() -> None:
    root = tradition(dates="none").nodes[0]
    copy = root._replace(article=root.article, operation="reorder", parents=(0,))
    assert not is_told(root, copy)
    assert is_told(root, copy._replace(credited=True))
    assert is_told(root, copy._replace(prose=root.prose[:-1]))


def test_undecided_is_right_where_nothing_tells_the_direction_and_a_fault_elsewhere() -> None:
    made = tradition(dates="none", size=2)
    root, copy = made.nodes
    same = made._replace(nodes=(root, copy._replace(prose=root.prose, operation="reorder")))
    open_pair = (Undecided((copy.article.id, root.article.id), "nothing tells"),)
    silent = Lineage((), (), open_pair, lineage(made, []).origins)
    assert scored(same, silent).right == 1
    told = scored(made._replace(nodes=(root, copy._replace(prose=root.prose[:-1], operation="cut"))), silent)
    assert told.right == 0
    assert told.faults == ("cut: left undecided though something tells the direction",)


def test_faults_are_named_by_what_the_wrong_exemplar_is() -> None:
    made = tradition(shape="chain", size=4)
    ids = [node.article.id for node in made.nodes]
    row = scored(made, lineage(made, [(ids[2], ids[0]), (ids[1], ids[2]), (ids[3], ids[2])]))
    assert row.right == 1
    assert sorted(row.faults) == ["rewrite: tied to an exemplar of its exemplar", "rewrite: tied to its own copy"]
    assert values([row])["1 - wrong edges among the asserted"] == round(1 / 3, 4)


def test_siblings_under_a_lost_root_and_a_hidden_exemplar_that_is_too_small() -> None:
    made = tradition(loss="root")
    ids = sorted(article.id for article in made.given)
    row = scored(made, lineage(made, [(ids[0], ids[1])], [set(ids[1:])]))
    assert row.faults == (
        "rewrite: tied to a sibling under a lost exemplar",
        "lost exemplar: found with too few copies",
    )
    found = values([row])
    assert found["hidden exemplar F1"] == 0
    assert found["hidden exemplar, most copies right F1"] == 1


def test_two_origins_joined() -> None:
    made = tradition(shape="two origins", bases=("dam", "dam-second"), size=6)
    everyone = tuple(article.id for article in made.given)
    joined = Lineage((), (), (), Origins(1, 1, (Origin("o", "one", everyone),)))
    row = scored(made, joined)
    assert row.rand == 0
    assert not any(row.apart)
    assert len(row.apart) == 9
