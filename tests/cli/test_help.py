"""Every command tells what it does, and the documentation tells it too."""

import re

import pytest

from tests.docs.blocks import ROOT
from tests.docs.commands import PAGE, command_names, help_of, written

_OPTION = re.compile(r"^  (?:-\w, )?(--[a-z-]+)(?: (?:<[^>]+>|[A-Z]+))?(?:  +(\S.*))?$", re.MULTILINE)


def test_all_commands_are_known() -> None:
    assert {"report", "stories", "lineage", "statements", "compare", "pairs", "demo"} <= set(command_names())


@pytest.mark.parametrize("command", command_names())
def test_every_command_has_help_text(command: str) -> None:
    usage, told, *_ = help_of(command).split("\n\n")
    assert usage.startswith(f"Usage: stemma {command} ")
    assert re.fullmatch(r"[A-Z].+\.", " ".join(told.split()))


@pytest.mark.parametrize("command", command_names())
def test_every_option_has_help_text_and_is_documented(command: str) -> None:
    shown = help_of(command)
    options = _OPTION.findall(shown)
    assert {name for name, _ in options} == set(re.findall(r"--[a-z][a-z-]+", shown))
    assert all(told for _, told in options)
    section = PAGE.read_text(encoding="utf-8").partition(f"## stemma {command}\n")[2].partition("\n## ")[0]
    assert all(name in section for name, _ in options)


def test_every_command_is_named_in_the_readme() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [name for name in command_names() if f"stemma {name}" not in readme] == []


def test_the_reference_is_current() -> None:
    assert PAGE.read_text(encoding="utf-8") == written(), "run: python -m tests.docs.commands"
