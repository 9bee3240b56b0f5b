"""Corpora with known answers that are not part of the project: found by the form of their names, read, sampled."""

import gzip
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TypeVar

import msgspec

from evals.measure import data_digest
from evals.splits import split
from stemma.records import Article, digest

__all__ = [
    "CorpusArticle",
    "Keyed",
    "Pair",
    "Tradition",
    "Witness",
    "corpus_name",
    "digest_of",
    "files_of",
    "read_lines",
    "reported",
    "sampled",
]


class CorpusArticle(msgspec.Struct, frozen=True):
    """An article of a corpus; `story` is None where it is not known."""

    id: str
    text: str
    outlet: str | None = None
    url: str | None = None
    published: str | None = None
    title: str | None = None
    story: str | None = None
    attributions: tuple[dict[str, tuple[tuple[int, int], ...]], ...] = ()

    def shown(self) -> Article:
        """The article without its answers."""
        return Article(
            id=self.id, text=self.text, outlet=self.outlet, url=self.url, published=self.published, title=self.title
        )


class Pair(msgspec.Struct, frozen=True):
    """Two articles of one story, from different outlets."""

    id: str
    story: str
    a: CorpusArticle
    b: CorpusArticle

    @property
    def key(self) -> str:
        """What the halves are split by."""
        return self.story


class Witness(msgspec.Struct, frozen=True):
    """A witness of a tradition. `parent` and `operation` are answers: they are never shown to the program."""

    id: str
    text: str
    parent: str | None
    operation: str

    def shown(self) -> Article:
        """The witness without its answers."""
        return Article(id=self.id, text=self.text)


class Tradition(msgspec.Struct, frozen=True):
    """Texts made from one another, and those of them that must be left out of the input."""

    id: str
    group: str
    witnesses: tuple[Witness, ...]
    withheld: tuple[str, ...]

    @property
    def key(self) -> str:
        """What the halves are split by."""
        return self.group

    @property
    def given(self) -> tuple[Witness, ...]:
        """The witnesses that the program may see."""
        return tuple(witness for witness in self.witnesses if witness.id not in self.withheld)

    @property
    def parents(self) -> dict[str, str | None]:
        """Each witness's parent."""
        return {witness.id: witness.parent for witness in self.witnesses}

    @property
    def shape(self) -> str:
        """`star` (all from one), `round trip` or `chain`."""
        models = {witness.parent for witness in self.witnesses if witness.parent}
        if len(models) == 1 and len(self.witnesses) > 2:
            return "star"
        turned = any(witness.operation == "round-trip-translation" for witness in self.witnesses)
        return "round trip" if turned else "chain"


Line = TypeVar("Line")
Keyed = TypeVar("Keyed", Pair, Tradition)


def files_of(folder: Path, pattern: str) -> list[Path]:
    """The corpus files of one form, by name."""
    return sorted(folder.glob(pattern))


def corpus_name(path: Path) -> str:
    """`rewrites-dev` of `lineage/rewrites-dev.jsonl.gz`."""
    return path.name.removesuffix(".jsonl.gz")


def read_lines(path: Path, form: type[Line]) -> list[Line]:
    """Every line of a gzipped JSON lines file; msgspec.ValidationError where it has another form."""
    with gzip.open(path, "rb") as stream:
        return msgspec.json.Decoder(form).decode_lines(stream.read())


def reported(path: Path, lines: Sequence[Keyed]) -> list[Keyed]:
    """What numbers may be reported on: half of a `-dev` file, whose other half is for fitting; all of any other."""
    if not corpus_name(path).endswith("-dev"):
        return list(lines)
    return [line for line in lines if split(line.key) == "report"]


def sampled(lines: Iterable[Line], count: int | None, name: str = "id") -> list[Line]:
    """The first `count` lines in the order of their names' digests (all of them if None), so a sample never varies."""
    ordered = sorted(lines, key=lambda line: (digest("sample", str(getattr(line, name))), str(getattr(line, name))))
    return ordered[:count]


def digest_of(lines: Iterable[msgspec.Struct]) -> str:
    """The digest of what was measured on."""
    return data_digest(msgspec.json.encode(line) for line in lines)
