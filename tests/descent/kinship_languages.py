"""One invented event in several languages: the texts of kinship_languages.toml."""

import tomllib
from pathlib import Path

import msgspec

__all__ = ["TOLD", "Told"]


class Told(msgspec.Struct, frozen=True):
    """A report, rewrites made from it, and independent reports of the same event."""

    report: str
    rewrites: tuple[str, str]
    independent: tuple[str, str]


_FILE = Path(__file__).with_suffix(".toml")
TOLD = msgspec.convert(tomllib.loads(_FILE.read_text(encoding="utf-8")), dict[str, Told])
