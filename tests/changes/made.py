"""Alterations made to order, from the file beside this one."""

import tomllib
from pathlib import Path
from typing import NamedTuple


class Edit(NamedTuple):
    """Words of the rewrite, what they are replaced by, and the kinds that name the change."""

    old: str
    new: str
    kinds: tuple[str, ...]


class Story(NamedTuple):
    name: str
    report: str
    rewrite: str
    edits: tuple[Edit, ...]


def _stories() -> tuple[Story, ...]:
    written = tomllib.loads(Path(__file__).with_name("made.toml").read_text(encoding="utf-8"))
    return tuple(
        Story(
            story["name"],
            story["report"],
            story["rewrite"],
            tuple(Edit(edit["old"], edit["new"], tuple(edit["kinds"])) for edit in story["edits"]),
        )
        for story in written["story"]
    )


STORIES = _stories()
