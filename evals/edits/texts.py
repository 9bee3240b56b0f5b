"""The articles that are altered, and what may be altered in each."""

import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

__all__ = ["Base", "Edit", "altered", "bases", "sources"]

_FOLDER = Path(__file__).parent / "texts"
_REWORDED = Path(__file__).with_name("reworded.toml")
_EDITORS = tuple(
    Path(__file__).with_name(f"{half}.toml")
    for half in ("editors", "editors-held", "second", "second-held", "third", "third-held", "anew")
)
_MADE = Path(__file__).parents[2] / "tests" / "changes" / "made.toml"


class Edit(NamedTuple):
    """Words of the model text, what they are replaced by, and the kinds that name the change, the best first."""

    kinds: tuple[str, ...]
    old: str
    new: str


class Base(NamedTuple):
    """An article. The copy is made from `model`: the text itself, or its rewriting by hand."""

    name: str
    half: str
    text: str
    model: str
    edits: tuple[Edit, ...]


@cache
def bases() -> tuple[Base, ...]:
    """Every article by name: the stories of the tests (rewritten by hand, tuned on) and the files beside this one."""
    stories = (tomllib.loads(path.read_text(encoding="utf-8"))["story"] for path in (_MADE, _REWORDED, *_EDITORS))
    by_hand = [_by_hand(each) for made in stories for story in made for each in _rewordings(story)]
    return tuple(sorted([*by_hand, *(_read(path) for path in _FOLDER.glob("*.txt"))]))


def sources(half: str) -> list[Path]:
    """The files that the articles of the half stand in, or stand beside."""
    if half.startswith("reworded"):
        return [_REWORDED]
    return [path for path in _EDITORS if path.stem == half] or [_MADE, *sorted(_FOLDER.glob("*.txt"))]


def _rewordings(story: dict[str, Any]) -> list[dict[str, Any]]:
    """A story for each of its rewordings, which stand under `copy` where there are several."""
    several = [
        {**story, "name": f"{story['name']}-{copy['how']}", "rewrite": copy["text"], "edits": copy["edits"]}
        for copy in story.get("copy", ())
    ]
    return several or [story]


def _by_hand(story: dict[str, Any]) -> Base:
    edits = tuple(Edit(tuple(edit["kinds"]), edit["old"], edit["new"]) for edit in story["edits"])
    report, rewrite = str(story["report"]).strip(), str(story["rewrite"]).strip()
    half = str(story.get("half", "tuned"))
    return Base(f"{half}-{story['name']}", half, report, rewrite, edits)


def _read(path: Path) -> Base:
    """A file: the article, a line `--`, a line `kinds | old | new` for each alteration."""
    text, _, rows = path.read_text(encoding="utf-8").partition("\n--\n")
    text = text.strip()
    return Base(path.stem, path.stem.partition("-")[0], text, text, tuple(_edits(rows.splitlines())))


def _edits(rows: Iterable[str]) -> Iterable[Edit]:
    for row in rows:
        kinds, old, new = row.split(" | ") if not row.endswith("|") else (*row[:-2].split(" | "), "")
        yield Edit(tuple(kinds.split("/")), old, new)


def altered(base: Base, edit: Edit) -> str:
    """The model text with the alteration; ValueError if its words do not stand there."""
    if edit.old not in base.model:
        raise ValueError(f"{base.name}: “{edit.old}” is not in the text; write the words as they stand there")
    text = base.model.replace(edit.old, edit.new, 1)
    return text.replace("  ", " ").replace(" \n", "\n")
