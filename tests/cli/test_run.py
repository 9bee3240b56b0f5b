"""stemma run: the report as a folder of files."""

import hashlib
import io
import json
import signal
import subprocess
import time
from pathlib import Path

import polars as pl

from tests.cli.running import EXAMPLES, PROGRAM, run


def parts(folder: Path) -> dict[str, bytes]:
    """The files that the manifest names, and the manifest."""
    manifest = folder / "manifest.json"
    names = [part["name"] for part in json.loads(manifest.read_bytes())["parts"]]
    return {name: (folder / name).read_bytes() for name in names} | {"manifest": manifest.read_bytes()}


def test_lines_are_the_articles_and_stories_of_the_report(tmp_path: Path) -> None:
    done = run("run", EXAMPLES, "-o", tmp_path)
    assert (done.code, done.out) == (0, "")
    report = json.loads(run("report", EXAMPLES, "--format", "json").out)
    written = parts(tmp_path)
    for kind in ("articles", "stories"):
        lines = [json.loads(line) for line in written[f"{kind}/part-00000.jsonl"].splitlines()]
        assert lines == report[kind]


def test_the_manifest_counts_and_proves_the_files(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    done = run("run", EXAMPLES, tmp_path / "empty.txt", "-o", tmp_path / "out")
    manifest = json.loads((tmp_path / "out" / "manifest.json").read_bytes())
    assert done.code == 3
    assert (manifest["schema"], manifest["articles"], manifest["unreadable"]) == ("stemma.run/1", 17, 1)
    for part in manifest["parts"]:
        content = (tmp_path / "out" / part["name"]).read_bytes()
        assert part["blake2b"] == hashlib.blake2b(content, digest_size=16).hexdigest()
        assert part["rows"] == len(content.splitlines())
    (aside,) = (tmp_path / "out" / "unreadable.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(aside)["input"].endswith("empty.txt")


def test_parquet_holds_the_same(tmp_path: Path) -> None:
    run("run", EXAMPLES, "-o", tmp_path)
    lines = [json.loads(line) for line in parts(tmp_path)["stories/part-00000.jsonl"].splitlines()]
    run("run", EXAMPLES, "-o", tmp_path, "--format", "parquet")
    written = parts(tmp_path)
    stories = pl.read_parquet(io.BytesIO(written["stories/part-00000.parquet"]))
    assert stories["id"].to_list() == [story["id"] for story in lines]
    assert stories["articles"].to_list() == [story["articles"] for story in lines]
    assert [json.loads(line) for line in stories["json"]] == lines
    assert not (tmp_path / "stories" / "part-00000.jsonl").exists()  # a reader of the folder finds each story once


def test_a_run_that_was_killed_ends_as_if_it_had_not_been(tmp_path: Path) -> None:
    run("run", EXAMPLES, "-o", tmp_path / "whole", "--engine", "local")
    command = [PROGRAM, "run", EXAMPLES, "-o", tmp_path / "killed", "--workers", "2"]
    process = subprocess.Popen([str(word) for word in command], stderr=subprocess.DEVNULL)
    for _ in range(600):  # a minute, where the machine is busy
        if (tmp_path / "killed" / "finished").exists() or process.poll() is not None:
            break
        time.sleep(0.1)
    process.send_signal(signal.SIGKILL)
    process.wait()
    again = run("run", EXAMPLES, "-o", tmp_path / "killed", "--workers", "2")
    assert again.code == 0
    assert parts(tmp_path / "killed") == parts(tmp_path / "whole")
