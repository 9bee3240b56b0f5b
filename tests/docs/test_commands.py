"""Every command and snippet of the documentation runs, and shows what the documentation shows."""

import re
import shlex
import sys
from pathlib import Path

import pytest

from tests.docs.blocks import PAGES, ROOT, Block, agree, blocks, module_call, ran, steps

_BLOCKS = list(blocks())
_LINK = re.compile(r"\]\((?!https?:)([^)#]+)(?:#([^)]+))?\)")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty folder from which the examples are reached as in the checkout."""
    place = tmp_path_factory.mktemp("documentation")
    (place / "examples").symlink_to(ROOT / "examples", target_is_directory=True)
    return place


@pytest.mark.parametrize("block", [b for b in _BLOCKS if b.language != "python"], ids=str)
def test_commands_show_what_the_documentation_shows(block: Block, folder: Path) -> None:
    for step in steps(block):
        words = shlex.split(step.command)
        if words[0] == "make":
            assert re.search(rf"^{re.escape(words[1])}:", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
            continue
        if (call := module_call(step.command)) is not None:
            _offers(*call)
            continue
        done = ran(step.command, folder)
        assert done.code == 0, done.errors
        if block.language == "console":
            assert agree(step.shown, done.lines), f"{step.command} now shows:\n" + "\n".join(done.lines[:60])


def _offers(module: str, options: list[str]) -> None:
    """The module is there and its help names these options: what it does takes minutes or rewrites files."""
    offered = ran(f"{shlex.quote(sys.executable)} -m {module} --help", ROOT)
    assert offered.code == 0, offered.errors
    assert not [option for option in options if option not in "\n".join(offered.lines)]


@pytest.mark.parametrize("block", [b for b in _BLOCKS if b.language == "python"], ids=str)
def test_snippets_run(block: Block, folder: Path) -> None:
    done = ran(f"{shlex.quote(sys.executable)} -c {shlex.quote(block.content)}", folder)
    assert done.code == 0, done.errors


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_to_files_and_headings(page: Path) -> None:
    for target, heading in _LINK.findall(page.read_text(encoding="utf-8")):
        path = page.parent / target
        assert path.exists(), f"{page.name} links to {target}"
        if heading:
            assert heading in _headings(path), f"{page.name} links to {target}#{heading}"


def _headings(page: Path) -> set[str]:
    """The headings as the anchors that they get."""
    lines = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", line.lower()).replace(" ", "-") for line in lines}


def test_the_readme_is_short_and_names_both_commands() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert len(readme.splitlines()) < 130
    assert "make report" in readme
    assert "make test" in readme


def test_elisions_stand_for_any_lines_and_nothing_else_does() -> None:
    real = ["one", "two", "three"]
    assert agree(["…", "two", "…"], real)
    assert agree(["one", "…"], real)
    assert agree(real, real)
    assert not agree(["one", "three"], real)
    assert not agree(["two", "…"], real)
    assert not agree(["one", "two"], real)


def test_pictures_are_small_enough_for_a_page() -> None:
    assert (ROOT / "docs" / "report.png").stat().st_size < 300_000
