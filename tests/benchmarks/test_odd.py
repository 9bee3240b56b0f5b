"""The odd collections are what they are called, and go through both routes; no test asserts a time."""

import msgspec
import pytest

from benchmarks import odd


@pytest.mark.parametrize("name", [name for name in odd.COLLECTIONS if name != "one of 50 MB"])
@pytest.mark.parametrize("route", odd.ROUTES)
def test_no_article_of_an_odd_collection_is_lost(name: str, route: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert odd.main(["--only", name, "--route", route, "--articles", "120"]) == 0
    assert msgspec.json.decode(capsys.readouterr().out, type=odd.Outcome).articles == 120


def test_the_table_names_both_routes(capsys: pytest.CaptureFixture[str]) -> None:
    assert odd.main(["--only", "undated", "--articles", "60"]) == 0
    shown = capsys.readouterr().out
    assert "pairs" in shown
    assert "each article in one" in shown
