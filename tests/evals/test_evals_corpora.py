"""Corpus parts on invented lines of the same form."""

import gzip
from pathlib import Path

import msgspec
import pytest

from evals.corpora import (
    CorpusArticle,
    Pair,
    Tradition,
    Witness,
    digest_of,
    files_of,
    read_lines,
    reported,
    sampled,
)
from evals.corpus_stories import grouping_measures
from evals.figures_dates import DateLine, TrueDate, date_measures
from evals.independent import independent_sets
from evals.measure import Measure
from evals.pool import in_order
from evals.roles import Attribution, Compared, linked, merged
from evals.splits import split, split_of


def values(measures: tuple[Measure, ...]) -> dict[str, float]:
    return {measure.name: round(measure.value, 4) for measure in measures}


def star(name: str = "s", withheld: tuple[str, ...] = ()) -> Tradition:
    root = Witness("r", "root", None, "human-original")
    copies = (Witness(copy, f"text {copy}", "r", "polish") for copy in "abc")
    return Tradition(name, name, (root, *copies), withheld)


def chain(length: int) -> Tradition:
    names = [f"w{n}" for n in range(length)]
    parents = [None, *names[:-1]]
    return Tradition("c", "c", tuple(Witness(n, n, p, "polish") for n, p in zip(names, parents, strict=True)), ())


def article(name: str, outlet: str, text: str) -> CorpusArticle:
    return CorpusArticle(id=name, outlet=outlet, text=text, story="fair")


def test_a_key_is_always_in_the_same_half_and_both_halves_are_used() -> None:
    halves = [split(f"group-{n}") for n in range(200)]
    assert halves == [split(f"group-{n}") for n in range(200)]
    assert 70 < halves.count("fit") < 130
    assert split_of({"group": "g", "story": "s"}) == split("g")
    assert split_of({"story": "s"}) == split("s")


def test_only_development_files_are_split() -> None:
    lines = [star(f"g{n}") for n in range(40)]
    kept = reported(Path("lineage/rewrites-dev.jsonl.gz"), lines)
    assert 0 < len(kept) < 40
    assert all(split(line.group) == "report" for line in kept)
    assert reported(Path("lineage/rewrites-test.jsonl.gz"), lines) == lines


def test_a_sample_does_not_depend_on_the_order_of_the_file() -> None:
    lines = [star(f"g{n}") for n in range(10)]
    assert sampled(lines, 3) == sampled(lines[::-1], 3)
    assert len(sampled(lines, None)) == 10
    assert digest_of(sampled(lines, 3)) != digest_of(sampled(lines, 4))


def test_files_are_found_by_their_names_and_read(tmp_path: Path) -> None:
    (tmp_path / "lineage").mkdir()
    path = tmp_path / "lineage" / "rewrites-other.jsonl.gz"
    path.write_bytes(gzip.compress(msgspec.json.encode(star()) + b"\n"))
    assert files_of(tmp_path, "lineage/rewrites-*.jsonl.gz") == [path]
    assert read_lines(path, Tradition) == [star()]


def test_answers_are_never_shown() -> None:
    shown = star().witnesses[1].shown()
    assert "r" not in (shown.outlet, shown.title, shown.url)
    assert "polish" not in msgspec.json.encode(shown).decode()
    assert "fair" not in msgspec.json.encode(article("a", "o", "t").shown()).decode()


def test_withheld_witnesses_are_left_out() -> None:
    assert [witness.id for witness in star(withheld=("r",)).given] == ["a", "b", "c"]


def test_shapes() -> None:
    assert star().shape == "star"
    assert chain(4).shape == "chain"
    assert chain(2).shape == "chain"


def test_independent_sets_leave_out_shared_wording_and_publishers() -> None:
    words = " ".join(f"word{n}" for n in range(20))
    a = article("a", "www.quell.example", words)
    b = article("b", "news.quell.example", "another text of the fair " * 4)
    c = article("c", "tull.example", words + " more")
    d = article("d", "ida.co.uk", "quite another text about the fair at the harbour that nobody copied")
    (one,) = independent_sets([Pair("1", "fair", a, d), Pair("2", "fair", b, d), Pair("3", "fair", c, d)])
    ids = {entry.id for entry in one.articles}
    assert not {"a", "b"} <= ids
    assert not {"a", "c"} <= ids
    assert "d" in ids


def test_pieces_are_trimmed_and_joined() -> None:
    text = "“The quay,” she said, “is shut.”"
    assert merged(text, [(0, 11), (22, 32)]) == ((1, 9), (23, 30))
    assert merged("shut. Now", [(0, 5), (6, 9)]) == ((0, 9),)
    assert merged("a, b", [(1, 2)]) == ()


def test_attributions_are_linked_once_each() -> None:
    text = "Tull said it rained. Tull said it rained."
    one = Attribution(((0, 4),), ((5, 9),), ((10, 19),))
    other = Attribution(((21, 25),), ((26, 30),), ((31, 40),))
    nobody = Attribution((), ((5, 9),), ((10, 19),))
    assert linked(Compared("a", text, [one, one, other], [other, one])) == ((0, 1), (2, 0))
    assert linked(Compared("a", text, [one], [nobody])) == ()


def test_dates_are_matched_one_to_one() -> None:
    line = DateLine("On Monday and on Monday.", "2031-03-05", (TrueDate("Monday", "2031-03-03", "day"),) * 2)
    found = [(3, 9, "2031-03-03", "day"), (17, 23, "2031-03-10", "day")]
    scored = values(date_measures([(line, found)]))
    assert scored["noticed F1"] == 1
    assert scored["date and precision F1"] == 0.5


@pytest.mark.parametrize("count", [3, 40])
def test_results_come_in_the_order_of_the_inputs(count: int) -> None:
    assert in_order(abs, list(range(-count, 0))) == list(range(count, 0, -1))


def test_grouping_is_scored_on_known_stories_alone() -> None:
    rows = [article(name, "quell.example", name) for name in "ab"]
    rows += [CorpusArticle(id="c", text="c", story="other"), CorpusArticle(id="d", text="d")]
    scored = values(grouping_measures({"a": "1", "b": "1", "d": "1", "c": "2"}, rows))
    assert set(scored.values()) == {1}
