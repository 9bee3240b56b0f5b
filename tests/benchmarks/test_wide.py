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


def test_reused_passages_stand_beside_a_checkout_of_passim(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    articles = tmp_path / "articles.jsonl"
    articles.write_text(lines(*({"id": str(at), "text": text} for at, text in enumerate((FIRST, COPY, OTHER)))))
    console = Console(width=120, record=True, file=io.StringIO())
    console.print(reuse(articles, None))
    assert "not given: --passim DIR" in console.export_text()
    assert passim(articles, tmp_path, tmp_path) == f"no passim/seriatim.py in {tmp_path}"
    (tmp_path / "passim").mkdir()
    (tmp_path / "passim" / "seriatim.py").touch()
    monkeypatch.setenv("PATH", str(tmp_path))
    assert passim(articles, tmp_path, tmp_path) == "no spark-submit on the path"


def test_passims_passages_are_counted_and_its_failure_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    articles = tmp_path / "articles.jsonl"
    articles.write_text(lines({"id": "one", "text": FIRST}, {"id": "two", "text": COPY}))
    (tmp_path / "passim").mkdir()
    (tmp_path / "passim" / "seriatim.py").touch()
    script = tmp_path / "spark-submit"
    script.write_text(
        "#!/bin/sh\nwhile [ $# -gt 2 ]; do shift; done\nmkdir -p $2/align.json; cp $1 $2/align.json/part-0\n"
    )
    script.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    found = passim(articles, tmp_path, tmp_path)
    assert not isinstance(found, str)
    assert (found.articles, found.passages) == (2, 2)
    script.write_text("#!/bin/sh\necho starting; echo 'java.lang.SomeError: no room'; echo ended; exit 1\n")
    assert passim(articles, tmp_path, tmp_path) == "failed: java.lang.SomeError: no room"


def test_measured_results_survive_the_way_between_processes() -> None:
    row = _row(1, 2.0).measured
    assert msgspec.json.decode(msgspec.json.encode(row), type=Measured) == row
