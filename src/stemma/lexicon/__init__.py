"""Word lists and scales: TOML files with their provenance, in `lexicon/data`."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

__all__ = ["table", "words"]


@cache
def table(name: str) -> dict[str, Any]:
    """The file `data/<name>.toml` as it stands; every file has a `provenance` line. KeyError if there is none."""
    source = files("stemma.lexicon").joinpath("data", f"{name}.toml")
    if not source.is_file():
        raise KeyError(f"no lexicon named {name!r}")
    return tomllib.loads(source.read_text(encoding="utf-8"))


@cache
def words(name: str, key: str) -> frozenset[str]:
    """The list under `key` of the named file, in lower case."""
    return frozenset(str(word).casefold() for word in table(name)[key])
