"""Every input becomes pages, or says why it does not."""

import csv
import gzip
import io
import json
import os
from pathlib import Path

import polars
import pytest
import zstandard

from stemma.records import RawPage, Unreadable
from stemma.sources import pages

TEXT = "The ferry to Saint Orla ran aground.\r\n\r\nNobody was hurt, the harbour master said.\n"


def read(*inputs: Path | str, stdin: bytes | None = None) -> list[RawPage | Unreadable]:
    return list(pages([str(name) for name in inputs], io.BytesIO(stdin) if stdin is not None else None))


def one_page(path: Path) -> RawPage:
    (page,) = read(path)
    assert isinstance(page, RawPage), page
    return page


def one_fault(*inputs: Path | str, stdin: bytes | None = None) -> Unreadable:
    (fault,) = read(*inputs, stdin=stdin)
    assert isinstance(fault, Unreadable), fault
    assert "; try: " in fault.reason
    return fault


def test_a_text_file_keeps_its_text_to_the_character(tmp_path: Path) -> None:
    path = tmp_path / "orla.txt"
    path.write_bytes(TEXT.encode())
    page = one_page(path)
    assert (page.id, page.text, page.input) == ("orla", TEXT, str(path))


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "utf-8", "utf-32"])
def test_encodings_are_told_apart(tmp_path: Path, encoding: str) -> None:
    text = "“Café Orla” is closed, the mayor said – for good. Señora Núñez agreed.\n"
    path = tmp_path / "a.txt"
    path.write_bytes(text.encode(encoding))
    assert one_page(path).text == text


def test_latin_1_is_the_last_resort(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"Caf\xe9 Orla is clos\x81d, the mayor said, and she would not say why.")
    assert one_page(path).text == "Café Orla is clos\x81d, the mayor said, and she would not say why."


def test_words_garbled_before_us_stay_garbled(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("CafÃ© Orla â€œclosedâ€\x9d", encoding="utf-8")
    assert one_page(path).text == "CafÃ© Orla â€œclosedâ€\x9d"


def test_broken_utf8_is_not_taken_for_another_encoding(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("Café Orla, Señora Núñez".encode() + b"\xc3 and so on")
    assert "UTF-8 is broken at byte" in one_fault(path).reason


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b" \n\n", "empty"),
        ("a.txt", b"\x7fELF\x02\x01\x01\x00\x00\x00\x00binary", "binary"),
        ("a.html", b"", "empty"),
        ("a.jsonl", b"", "empty"),
        ("a.jsonl", b"\n\n", "nothing in it"),
        ("a.csv", b"", "empty"),
        ("a.csv", b"name,age\nx,1\n", "no column holds the text"),
        ("a.csv", b"id,text\n", "no rows"),
        ("a.parquet", b"PAR1 no PAR1", "not a whole Parquet file"),
        ("a.jsonl.gz", b"no gzip", "not a whole gzip file"),
        ("a.jsonl.zst", b"no zstd", "not a whole zstd file"),
        ("a.doc", b"x", "ending is not known"),
        ("a.json", b"{}", "one JSON object a line"),
    ],
)
def test_what_cannot_be_read_says_so(tmp_path: Path, name: str, content: bytes, problem: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert problem in one_fault(path).reason


def test_a_missing_path_and_an_impossible_one_are_named(tmp_path: Path) -> None:
    assert "no such file" in one_fault(tmp_path / "none.txt").reason
    assert one_fault("a\0b.txt").reason.startswith("this cannot be a path")


def test_a_bad_line_stops_nothing() -> None:
    lines = [
        b'{"id": "a", "text": "One."}',
        b"{broken",
        b"[1, 2]",
        b'{"id": "b"}',
        b'{"id": "c", "text": 7}',
        b'{"id": "d", "text": "\\ud800"}',
        b'{"id": "e", "text": "Two.", "author": NaN}',
        b"",
        b'{"text": "' + b"[" * 10 + b'"}',
        b"[" * 100_000,
    ]
    found = read("-", stdin=b"\n".join(lines))
    assert [page.id for page in found if isinstance(page, RawPage)][:2] == ["a", "e"]
    faults = {page.input: page.reason for page in found if isinstance(page, Unreadable)}
    assert list(faults) == ["-:2", "-:3", "-:4", "-:5", "-:6", "-:10"]
    assert "broken JSON" in faults["-:2"]
    assert "not an object" in faults["-:3"]
    assert "no text" in faults["-:4"]
    assert "a number, not a string" in faults["-:5"]


def test_fields_aliases_and_the_rest() -> None:
    record = {
        "body": "One.",
        "date": "2031-03-04",
        "publisher": "Orla Gazette",
        "author": "Jane Doe and John Roe",
        "url": "https://orla.example/1",
        "title": " Aground ",
        "desk": {"name": "harbour"},
        "language": ["en"],
    }
    (page,) = read("-", stdin=json.dumps(record).encode())
    assert isinstance(page, RawPage)
    assert (page.text, page.published, page.outlet, page.title) == ("One.", "2031-03-04", "Orla Gazette", "Aground")
    assert page.authors == ("Jane Doe", "John Roe")
    assert json.loads(page.extra) == {"desk": {"name": "harbour"}, "language": ["en"]}
    assert page.id


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("Jane Doe, John Roe", ("Jane Doe", "John Roe")),
        ("Doe, Jane", ("Doe, Jane",)),
        (["Jane Doe", " "], ("Jane Doe",)),
        ("Jane Doe; John Roe", ("Jane Doe", "John Roe")),
    ],
)
def test_authors_are_divided_only_where_that_is_sure(written: object, names: tuple[str, ...]) -> None:
    (page,) = read("-", stdin=json.dumps({"text": "One.", "authors": written}).encode())
    assert isinstance(page, RawPage)
    assert page.authors == names


def test_the_outlet_field_goes_before_its_aliases() -> None:
    (page,) = read("-", stdin=b'{"text": "One.", "outlet": "Orla Gazette", "source": "feed 7"}')
    assert isinstance(page, RawPage)
    assert page.outlet == "Orla Gazette"
    assert json.loads(page.extra) == {"source": "feed 7"}


def test_one_text_in_two_outlets_is_two_articles() -> None:
    lines = [{"text": "One.", "outlet": "A"}, {"text": "One.", "outlet": "B"}, {"text": "One.", "outlet": "A"}]
    first, second, third = read("-", stdin="\n".join(map(json.dumps, lines)).encode())
    assert isinstance(first, RawPage)
    assert isinstance(second, RawPage)
    assert isinstance(third, RawPage)
    assert first.id == third.id != second.id


def test_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    assert len(list(pages([str(path), str(tmp_path), f"{tmp_path}/../{tmp_path.name}/a.txt"]))) == 1


def test_an_empty_name_is_no_folder() -> None:
    (fault,) = pages([""])
    assert isinstance(fault, Unreadable)
    assert "empty name" in fault.reason


def test_compressed_lines_are_read_and_a_cut_file_gives_what_it_holds(tmp_path: Path) -> None:
    lines = b"".join(b'{"id": "%d", "text": "%s"}\n' % (n, os.urandom(600).hex().encode()) for n in range(900))
    for name, packed in (("a.jsonl.gz", gzip.compress(lines)), ("b.jsonl.zst", zstandard.compress(lines))):
        path = tmp_path / name
        path.write_bytes(packed)
        assert len(read(path)) == 900
        path.write_bytes(packed[: len(packed) // 2])
        *whole, last = read(path)
        assert sum(isinstance(page, RawPage) for page in whole) > 100
        assert isinstance(last, Unreadable)
        assert "cut off" in last.reason


def test_utf16_lines_are_read(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes('{"id": "a", "text": "Café."}\n{"id": "b", "text": "Señor."}\n'.encode("utf-16"))
    assert [page.id for page in read(path) if isinstance(page, RawPage)] == ["a", "b"]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_csv_keeps_line_ends_within_a_field(tmp_path: Path, delimiter: str) -> None:
    path = tmp_path / "a.csv"
    with path.open("w", newline="", encoding="utf-8-sig") as stream:
        csv.writer(stream, delimiter=delimiter).writerows([["ID", "Text", "desk"], ["1", TEXT, "x"], ["2", "", ""]])
    first, second = read(path)
    assert isinstance(first, RawPage)
    assert (first.id, first.text, json.loads(first.extra)) == ("1", TEXT, {"desk": "x"})
    assert isinstance(second, Unreadable)
    assert second.input == f"{path}:row 2"


def test_a_long_csv_field_is_read_and_an_open_quotation_mark_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("id,text\n1," + "word " * 60_000 + '\n2,"never closed\n3,lost\n', encoding="utf-8")
    first, second = read(path)
    assert isinstance(first, RawPage)
    assert isinstance(second, Unreadable)
    assert "broken CSV" in second.reason


def test_parquet_rows_are_read(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    polars.DataFrame({"id": ["1", "2"], "text": [TEXT, None], "published": [None, "2031"]}).write_parquet(path)
    first, second = read(path)
    assert isinstance(first, RawPage)
    assert first.text == TEXT
    assert isinstance(second, Unreadable)


def test_markdown_takes_its_title_from_its_heading(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("intro\n\n# Ferry aground #\n\nThe ferry ran aground.\n", encoding="utf-8")
    page = one_page(path)
    assert page.title == "Ferry aground"
    assert page.text == "intro\n\n# Ferry aground #\n\nThe ferry ran aground.\n"


def test_a_page_is_decoded_as_it_declares(tmp_path: Path) -> None:
    path = tmp_path / "a.htm"
    path.write_bytes('<meta charset="iso-8859-2"><p>Łódź'.encode("iso-8859-2"))
    page = one_page(path)
    assert page.text is None
    assert page.html == '<meta charset="iso-8859-2"><p>Łódź'


def test_a_folder_is_read_in_order_without_what_is_no_article(tmp_path: Path) -> None:
    for name in ("b/x.txt", "a/x.txt", "a/y.txt", ".hidden/z.txt", "c.png", ".txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(f"Text of {name}.", encoding="utf-8")
    (tmp_path / "a" / "loop").symlink_to(tmp_path)
    found = read(tmp_path)
    assert [page.id for page in found if isinstance(page, RawPage)] == ["x", "y", "x"]
    (loop,) = [page for page in found if isinstance(page, Unreadable)]
    assert "a link to a folder that holds it" in loop.reason


def test_a_folder_without_articles_names_the_endings(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(b"x")
    fault = one_fault(tmp_path)
    assert "holds no article" in fault.reason
    assert ".jsonl.zst" in fault.reason


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is forbidden to the superuser")
def test_a_forbidden_file_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("x", encoding="utf-8")
    path.chmod(0)
    assert "no permission" in one_fault(path).reason


@pytest.mark.parametrize("ending", ["\n", "\r\n", ""])
def test_a_brace_that_is_missing_is_missed_at_its_line_s_end(tmp_path: Path, ending: str) -> None:
    line = '{"text": "The ferry sailed."'
    file = tmp_path / "cut.jsonl"
    file.write_bytes((line + ending).encode())
    (found,) = pages([str(file)])
    assert isinstance(found, Unreadable)
    assert f"character {len(line) + 1} " in found.reason
