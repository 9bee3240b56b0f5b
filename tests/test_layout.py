"""Habits that are checked: the bounds on files, the exported names, what each module says of itself."""

import ast
import importlib
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import stemma
from tests.file_lengths import ROOT, functions, long_file, long_functions, main, tracked, wide_functions

_SRC = ROOT / "src"
_FORBIDDEN_NAMES = {"utils", "util", "helpers", "common", "misc"}


def _modules() -> list[str]:
    return ["stemma", *(found.name for found in pkgutil.walk_packages(stemma.__path__, "stemma."))]


def _written() -> Iterator[tuple[Path, str]]:
    for path in sorted(_SRC.rglob("*.py")):
        yield path.relative_to(ROOT), path.read_text(encoding="utf-8")


def test_nothing_is_beyond_the_bounds(capsys: pytest.CaptureFixture[str]) -> None:
    assert main() == 0, capsys.readouterr().out


def test_functions_are_counted_from_their_def_without_self() -> None:
    source = "class A:\n    @final\n    def one(self, a, *, b):\n        return a\n\n\nasync def two(*rest): ...\n"
    assert [tuple(found) for found in functions(source)] == [("one", 3, 2, 2), ("two", 7, 1, 0)]


def test_a_nested_function_is_a_function() -> None:
    assert [found.name for found in functions("def outer():\n    def inner(): ...\n")] == ["outer", "inner"]


def test_what_is_beyond_a_bound_is_named() -> None:
    assert long_file("a.py", "x = 1\n" * 301) == ["a.py: 301 lines, 300 at most"]
    long = "def f():\n" + "    x = 1\n" * 40
    assert long_functions("a.py", long) == ["a.py:1: f has 41 lines, 40 at most"]
    assert wide_functions("a.py", "def f(a, b, /, c, d, *, e, g): ...") == ["a.py:1: f has 6 parameters, 5 at most"]


def test_what_is_within_the_bounds_is_not_named() -> None:
    assert long_file("a.py", "x = 1\n" * 300) == []
    assert long_functions("a.py", "def f():\n" + "    x = 1\n" * 39) == []
    assert wide_functions("a.py", "def f(self, a, b, c, d, e): ...") == []


def test_only_files_under_version_control_are_bound() -> None:
    names = {str(name) for name in tracked()}
    assert "src/stemma/__init__.py" in names
    assert not any(name.startswith((".venv", "docs")) for name in names)


@pytest.mark.parametrize("name", [name for name in _modules() if not name.endswith("__main__")])
def test_each_module_exports_only_what_it_has(name: str) -> None:
    module = importlib.import_module(name)
    exported = getattr(module, "__all__", [])
    assert sorted(exported) == sorted(set(exported))
    assert [word for word in exported if not hasattr(module, word)] == []


def test_each_module_has_a_docstring_and_no_catch_all_name() -> None:
    for path, source in _written():
        assert ast.get_docstring(ast.parse(source)), path
        assert not _FORBIDDEN_NAMES & {path.stem, *path.parts}, path


def test_a_silenced_check_gives_its_reason() -> None:
    silenced = re.compile(r"#\s*(?:noqa|type:\s*ignore)[^#\n]*$", re.MULTILINE)
    for path, source in _written():
        for found in silenced.finditer(source):
            assert " - " in found.group(), f"{path}: {found.group()}"


def test_each_package_of_stages_has_tests() -> None:
    packages = {found.name for found in pkgutil.iter_modules(stemma.__path__) if found.ispkg}
    tested = {path.name for path in (ROOT / "tests").iterdir() if path.is_dir()}
    assert sorted(packages - tested - {"lexicon"}) == []  # the lexicon is data, tested through the stages that read it


def test_nothing_is_left_for_later() -> None:
    for path, source in _written():
        assert not re.search(r"\b(?:TODO|FIXME|XXX|HACK)\b", source), path
