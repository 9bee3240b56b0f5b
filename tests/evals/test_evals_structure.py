"""Kinship and structure scored on invented traditions and hand-made lineages."""

import pytest

from evals.corpora import Tradition, Witness
from evals.corpus_kinship import kin_pairs, kinship_measures
from evals.corpus_structure import Inferred, chain_measures, independent_measures, rooted_measures, rootless_measures
from evals.measure import Measure
from stemma.records import Descent, Evidence, Hidden, Lineage, Origin, Origins

PROOF = (Evidence("order", "the same order"),)


def values(measures: tuple[Measure, ...]) -> dict[str, float]:
    return {measure.name: round(measure.value, 4) for measure in measures}


def star(*withheld: str) -> Tradition:
    root = Witness("r", "root", None, "human-original")
    return Tradition("s", "s", (root, *(Witness(copy, copy, "r", "polish") for copy in "abcd")), withheld)


def chain(length: int, operation: str = "polish") -> Tradition:
    names = [f"w{n}" for n in range(length)]
    rows = zip(names, [None, *names[:-1]], strict=True)
    return Tradition("c", "c", tuple(Witness(name, name, parent, operation) for name, parent in rows), ())


def lineage(*edges: tuple[str, str], hidden: str = "", origins: Origins | None = None) -> Lineage:
    descent = tuple(
        Descent(copy=copy, exemplar=exemplar, operation="rewrite", confidence=1, coverage=1, evidence=PROOF)
        for copy, exemplar in edges
    )
    lost = (Hidden("hidden:1", None, tuple(hidden), PROOF),) if hidden else ()
    return Lineage(descent, lost, (), origins or Origins(1, 1, ()))


def test_pairs_by_kind_of_kinship() -> None:
    pairs = kin_pairs([star(), chain(7)])
    assert {kind: len(rows) for kind, rows in pairs.items()} == {
        "star, root and copy": 4,
        "star, siblings": 4,
        "chain, adjacent": 6,
        "chain, 5 apart": 2,
    }
    assert {(a.id, b.id) for a, b in pairs["chain, 5 apart"]} == {("w0", "w5"), ("w1", "w6")}


def test_a_withheld_root_is_never_asked_about() -> None:
    assert set(kin_pairs([star("r")])) == {"star, siblings"}


def test_round_trips_are_a_kind_of_their_own() -> None:
    pairs = kin_pairs([chain(5, "round-trip-translation")])
    assert {kind: len(rows) for kind, rows in pairs.items()} == {"round trip, 1 apart": 4, "round trip, 4 apart": 1}


def test_kinship_measures() -> None:
    measures, notes = kinship_measures({"reprint": [0.9, 0.4], "star, siblings": [0.6, 0.8]}, [0.1, 0.2, 0.5, 0.0])
    found = values(measures)
    assert found["reprint: recall at 0.5"] == 0.5
    assert found["independent: left apart at 0.5"] == 0.75
    assert found["all kinds: recall at 1.0% false kinship"] == 0.75
    assert found["threshold at 0.5% false kinship"] == 0.5
    assert found["area under the curve"] == round(15 / 16, 4)
    assert len(notes) == 1 + 8  # a heading; each of the eight values has a bin to itself, 0.3 and 0.7 are empty
    assert found["expected calibration error"] + found["1 - expected calibration error"] == 1


def test_without_negatives_only_recall_is_measured() -> None:
    measures, notes = kinship_measures({"reprint": [0.9]}, [])
    assert values(measures) == {"reprint: recall at 0.5": 1}
    assert "no thresholds" in notes[0]


def test_a_star_without_its_root() -> None:
    good = values(rootless_measures([Inferred(star("r"), lineage(hidden="abcd"))]))
    assert set(good.values()) == {1}
    bad = values(rootless_measures([Inferred(star("r"), lineage(("b", "a"), hidden="ac"))]))
    assert bad["star, root withheld: one hidden exemplar behind all"] == 0
    assert bad["star, root withheld: copies not put under a sibling"] == 0.75


def test_a_star_with_its_root() -> None:
    found = values(rooted_measures([Inferred(star(), lineage(("a", "r"), ("b", "r"), ("c", "b")))]))
    assert found["star, root present: descent precision"] == round(2 / 3, 4)
    assert found["star, root present: descent recall"] == 0.5
    assert found["star, root present: witnesses under no stranger"] == 0.8


def test_a_chain_counts_neighbours_whichever_way() -> None:
    found = values(chain_measures("chain", [Inferred(chain(4), lineage(("w1", "w0"), ("w1", "w2"), ("w3", "w1")))]))
    assert found["chain: links that join neighbours"] == round(2 / 3, 4)
    assert found["chain: neighbours linked"] == round(2 / 3, 4)
    assert found["chain: descent precision"] == round(1 / 3, 4)
    assert found["chain: witnesses under no stranger"] == 0.75


def test_an_edge_from_a_hidden_exemplar_is_no_link() -> None:
    found = values(chain_measures("chain", [Inferred(chain(3), lineage(("w1", "hidden:1")))]))
    assert found["chain: witnesses under no stranger"] == 1
    assert found["chain: neighbours linked"] == 0


def test_shapes_that_do_not_occur_give_no_measure() -> None:
    assert rootless_measures([]) == rooted_measures([]) == chain_measures("chain", []) == ()


@pytest.mark.parametrize(("high", "held"), [(3, 1), (2, 0)])
def test_independent_reports(high: int, held: int) -> None:
    origins = Origins(1, high, (Origin("o", "a", ("a", "b")), Origin("p", "c", ("c",))))
    found = values(independent_measures([({"a", "b", "c"}, lineage(("b", "a"), ("c", "hidden:1"), origins=origins))]))
    assert found == {
        "independent: pairs not under one origin": round(2 / 3, 4),
        "independent: articles not made from another": round(2 / 3, 4),
        "independent: origins hold the truth": held,
    }
