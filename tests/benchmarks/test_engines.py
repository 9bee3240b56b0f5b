"""The table of engines runs whole on few articles; no test asserts a time."""

import pytest

from benchmarks import engines


def test_every_engine_gives_the_same_bytes_or_says_what_it_lacks(capsys: pytest.CaptureFixture[str]) -> None:
    assert engines.main(["--articles", "20", "--words", "60"]) == 0
    shown = capsys.readouterr().out
    assert all(name in shown for name in engines.ENGINES)
    assert "NO" not in shown
    assert shown.count("yes") + shown.count("not here") == len(engines.ENGINES)
