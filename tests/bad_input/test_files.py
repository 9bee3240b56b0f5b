"""Files that are no articles, or broken ones: named with problem and remedy, and the rest of the run completes."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.ferry import FIRST, lines
from tests.cli.running import Outcome, run

PAGE = "<html><head><title>Menu</title></head><body><nav><a href='/'>Home</a></nav></body></html>"
CLOSED = lines({"id": "a", "text": FIRST})

# Name of the file: (its bytes, the problem that is told).
UNREADABLE: dict[str, tuple[bytes, str]] = {
    "empty.txt": (b"", "empty"),
    "blank.txt": (b" \n\n\t\n", "empty"),
    "empty.html": (b"", "empty"),
    "empty.jsonl": (b"", "empty"),
    "empty.csv": (b"", "empty"),
    "picture.txt": (bytes(range(256)) * 20, "binary"),
    "picture.html": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20, "binary"),
    "picture.jsonl": (bytes(range(256)) * 20, "binary"),
    "cut-utf16.txt": ("Lantern".encode("utf-16") + b"x", "UTF-16"),
    "menu.html": (PAGE.encode(), "no article was found"),
    "cut.jsonl.gz": (b"\x1f\x8b\x08\x00", "gzip"),
    "cut.jsonl.zst": (b"\x28\xb5\x2f\xfd", "zstd"),
    "not.parquet": (b"PAR0", "Parquet"),
    "headless.csv": (b"name,size\nLantern,3\n", "no column holds the text"),
    "report.docx": (b"PK\x03\x04", "ending is not known"),
}


def _told(found: Outcome, name: str, problem: str) -> None:
    assert "Traceback" not in found.err
    assert name in found.err
    assert problem in found.err
    assert "try: " in found.err


@pytest.mark.parametrize("name", UNREADABLE)
def test_alone_it_fails_and_says_why(name: str, tmp_path: Path) -> None:
    content, problem = UNREADABLE[name]
    (tmp_path / name).write_bytes(content)
    found = run("report", tmp_path / name)
    assert (found.code, found.out) == (1, "")
    _told(found, name, problem)


@pytest.mark.parametrize("name", UNREADABLE)
def test_beside_an_article_the_rest_is_done_and_it_is_counted(name: str, tmp_path: Path) -> None:
    content, problem = UNREADABLE[name]
    (tmp_path / name).write_bytes(content)
    (tmp_path / "skerry-herald.md").write_text(FIRST, encoding="utf-8")
    found = run("report", tmp_path / name, tmp_path / "skerry-herald.md", "--format", "json")
    assert found.code == 3
    _told(found, name, problem)
    report = json.loads(found.out)
    assert [article["id"] for article in report["articles"]] == ["skerry-herald"]
    assert len(report["unreadable"]) == 1
    assert name in report["unreadable"][0]["input"]
    assert problem in report["unreadable"][0]["reason"]


def test_a_folder_without_an_article_is_told(tmp_path: Path) -> None:
    (tmp_path / "map.png").write_bytes(b"\x89PNG")
    found = run("report", tmp_path)
    assert found.code == 1
    _told(found, str(tmp_path), "the folder holds no article")


ENCODED: dict[str, Callable[[str], bytes]] = {
    "cp1252": lambda text: text.encode("cp1252"),
    "utf-16 with a mark": lambda text: text.encode("utf-16"),
    "utf-16-le without": lambda text: text.encode("utf-16-le"),
    "utf-16-be without": lambda text: text.encode("utf-16-be"),
    "utf-8 with a mark": lambda text: text.encode("utf-8-sig"),
}


@pytest.mark.parametrize("encoding", ENCODED)
def test_an_encoding_of_archives_gives_the_text_exactly(encoding: str, tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_bytes(ENCODED[encoding](FIRST))
    found = run("report", tmp_path / "report.txt", "--format", "json")
    assert found.code == 0
    (article,) = json.loads(found.out)["articles"]
    assert article["text"] == FIRST


def test_mojibake_is_read_as_it_stands(tmp_path: Path) -> None:
    spoilt = "“We saw smoke,” said Zoë Ask.".encode().decode("latin-1")
    (tmp_path / "report.txt").write_text(spoilt, encoding="utf-8")
    found = run("report", tmp_path / "report.txt", "--format", "json")
    assert found.code == 0
    assert json.loads(found.out)["articles"][0]["text"] == spoilt


@pytest.mark.skipif(not hasattr(os, "seteuid"), reason="no user ids on this system")
def test_a_file_without_permission_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # so that no folder above needs to be open to another user
    for name in ("closed.txt", "open.txt"):
        Path(name).write_text(FIRST, encoding="utf-8")
    Path("closed.txt").chmod(0)
    tmp_path.chmod(0o755)
    found = _as_another_user("stories", "closed.txt", "open.txt", "--format", "jsonl")
    assert found.code == 3
    assert [json.loads(line)["article"] for line in found.out.splitlines()] == ["open"]
    _told(found, "closed.txt", "permission")


def _as_another_user(*arguments: object) -> Outcome:
    """The run under the id of nobody where we are root, whom permissions do not bind."""
    if os.geteuid() != 0:
        return run(*arguments)
    run("stories", "-", given=CLOSED)  # loads the program while this user may still read it
    os.seteuid(65534)
    try:
        return run(*arguments)
    finally:
        os.seteuid(0)
