"""Dates with bars are read as the other dates of their file are written."""

import json
from pathlib import Path

import pytest

from stemma.records import RawPage
from stemma.sources import pages


def dates(place: Path, *written: str) -> list[str | None]:
    """The dates of a file's records in their order."""
    file = place / "reports.jsonl"
    records = [{"text": f"Ferry {number} sailed.", "published": date} for number, date in enumerate(written)]
    file.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    return [page.published for page in pages([str(file)]) if isinstance(page, RawPage)]


@pytest.mark.parametrize(
    ("other", "read"),
    [
        ("14/03/2031", "2031-04-03"),
        ("03/14/2031", "2031-03-04"),
        ("4 March 2031", "03/04/2031"),
        ("07/08/2031", "03/04/2031"),
    ],
)
def test_another_date_of_the_file_decides_wherever_it_stands(other: str, read: str, tmp_path: Path) -> None:
    assert dates(tmp_path, "03/04/2031", other)[0] == read
    assert dates(tmp_path, other, "03/04/2031")[1] == read


def test_a_file_of_both_customs_decides_nothing(tmp_path: Path) -> None:
    assert dates(tmp_path, "14/03/2031", "03/04/2031", "03/14/2031")[1] == "03/04/2031"


def test_the_hour_and_the_order_of_the_records_are_kept(tmp_path: Path) -> None:
    written = ["2031-03-01", "03/04/2031 14:20", "2031-03-05", "15/04/2031"]
    assert dates(tmp_path, *written) == ["2031-03-01", "2031-04-03 14:20", "2031-03-05", "15/04/2031"]
