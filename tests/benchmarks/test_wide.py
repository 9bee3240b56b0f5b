"""The benchmarks of the wide tier run whole on a small collection; no test asserts a time."""

import io
from pathlib import Path

import msgspec
import numpy
import pytest
from rich.console import Console

from benchmarks.__main__ import main
from benchmarks.measured import Measured
from benchmarks.reuse import passim, reuse
from benchmarks.scale import Row, growth, recall
from benchmarks.synthetic import BATCH, Planted, batch, jaccard
from tests.cli.ferry import COPY, FIRST, OTHER, lines


def _row(texts: int, processor: float) -> Row:
    return Row("verbatim", texts, 1, Measured(1.0, processor, 1, 0, ()), 1.0)


def test_the_growth_exponent_is_one_where_twice_the_texts_take_twice_the_time() -> None:
    assert growth([_row(1000, 2.0), _row(2000, 4.0)], "verbatim") == pytest.approx(1.0)
    assert growth([_row(1000, 2.0), _row(2000, 8.0)], "verbatim") == pytest.approx(2.0)
    assert growth([_row(1000, 2.0)], "verbatim") is None


def test_recall_counts_the_copies_that_are_alike_enough() -> None:
    planted = [Planted(0, 1, 0.9), Planted(2, 3, 0.5), Planted(4, 5, 0.4)]
    assert recall([(0, 1), (4, 5)], planted) == 0.5


def test_planted_copies_keep_what_is_said_of_them() -> None:
    made = batch(9)
    texts = dict(made.texts.select("number", "text").iter_rows())
    assert len(made.planted) == BATCH // 10
    for one in made.planted[:20]:
        vocabulary = {word: place for place, word in enumerate({*texts[one.a].split(), *texts[one.b].split()})}
        rows = [numpy.array([vocabulary[word] for word in texts[number].split()]) for number in (one.a, one.b)]
        assert jaccard(*rows) == pytest.approx(one.jaccard)


def test_the_tables_name_ours_and_the_peers(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--texts", "2000"]) == 0
    shown = capsys.readouterr().out
    assert all(finder in shown for finder in ("verbatim", "datasketch", "rensa", "all routes"))


def test_reused_passages_stand_beside_a_checkout_of_passim(tmp_path: Path) -> None:
    articles = tmp_path / "articles.jsonl"
    articles.write_text(lines(*({"id": str(at), "text": text} for at, text in enumerate((FIRST, COPY, OTHER)))))
    console = Console(width=120, record=True, file=io.StringIO())
    console.print(reuse(articles, None))
    assert "not given: --passim DIR" in console.export_text()
    script = tmp_path / "checkout" / "bin" / "seriatim"
    script.parent.mkdir(parents=True)
    script.write_text('test "$1" = --pairwise && grep -c series "$2" > "$3"\n')
    found = passim(articles, script.parents[1], tmp_path)
    assert not isinstance(found, str)
    assert (found.articles, (tmp_path / "out").read_text().strip()) == (3, "3")
    script.write_text("echo no Spark here >&2; exit 1\n")
    assert passim(articles, script.parents[1], tmp_path) == "failed: no Spark here"
    assert passim(articles, tmp_path, tmp_path) == f"no bin/seriatim in {tmp_path}"


def test_measured_results_survive_the_way_between_processes() -> None:
    row = _row(1, 2.0).measured
    assert msgspec.json.decode(msgspec.json.encode(row), type=Measured) == row
