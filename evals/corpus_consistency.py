"""Machine summaries with known errors: which the program locates, and how many consistent ones it accuses.

Beside it a baseline that accuses a sentence when no passage of the document is like it as a whole: it can only say
that a sentence is suspect, not where. Tuned on one half by digest, reported on the other.
"""

import tomllib
from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec

from evals.corpora import digest_of, read_lines, sampled
from evals.edits.texts import bases
from evals.measure import Measure, Part
from evals.metrics import mean
from evals.splits import split
from stemma.changes import against
from stemma.engine.witness import witness
from stemma.records import Account, Article
from stemma.text.rarity import information
from stemma.text.sentences import sentences
from stemma.text.tokens import tokens

__all__ = ["Summary", "consistency_parts", "located"]

_ABSTRACTS = Path(__file__).parent / "edits" / "abstracts.toml"
# The baseline may accuse this share of the consistent summaries, as the program may.
_MOST_ACCUSED = 0.1
# Words below this weight are grammar.
_TELLING = 1.3


class Summary(msgspec.Struct, frozen=True):
    """A document, a summary of it, and which words of it are wrong; `label` is 1 where nothing is."""

    id: str
    document: str
    summary: str
    label: int
    error_type: tuple[str, ...] | None = None
    span: tuple[str | None, ...] | None = None
    document_id: str | None = None

    @property
    def key(self) -> str:
        """What the halves are split by."""
        return self.document_id or self.id

    @property
    def intrinsic(self) -> bool:
        """Whether it gets something wrong that the document tells."""
        return any(kind.startswith("intrinsic") for kind in self.error_type or ())

    @property
    def shown(self) -> str:
        """The summary without the quoting left over in the file, character for character."""
        return self.summary.replace("\\'", "' ")


def consistency_parts(corpora: Path, sample: int | None = None) -> tuple[Part, ...]:
    """Both halves; the constants were chosen on `fit`."""
    folder = corpora / "consistency"
    wrong = [each for each in read_lines(folder / "aggrefact-xsum-val.jsonl.gz", Summary) if each.intrinsic]
    right = [each for each in read_lines(folder / "qags-cnndm.jsonl.gz", Summary) if each.label == 1]
    parts = []
    limit = _limit([each for each in right if split(each.key) == "fit"])
    for half in ("fit", "report"):
        bad = sampled([each for each in wrong if split(each.key) == half], sample)
        good = sampled([each for each in right if split(each.key) == half], sample)
        parts.append(Part(f"consistency/{half}", digest_of([*bad, *good]), tuple(_measures(bad, good, limit, half))))
    return tuple(parts)


def _measures(bad: Sequence[Summary], good: Sequence[Summary], limit: float, half: str) -> Iterable[Measure]:
    found = [located(each) for each in bad]
    pure = [
        spans for spans, each in zip(found, bad, strict=True) if all("intrinsic" in k for k in each.error_type or ())
    ]
    only = [each for each in bad if all("intrinsic" in kind for kind in each.error_type or ())]
    accused = mean([bool(located(each)) for each in good])
    yield Measure("intrinsic errors located", _hits(bad, found), len(bad))
    yield Measure("the same, summaries with no other error", _hits(only, pure), len(only), gated=False)
    yield Measure("inconsistent summaries accused", mean([bool(spans) for spans in found]), len(bad), gated=False)
    yield Measure("consistent summaries left alone", 1 - accused, len(good))
    likeness = [_least_likeness(each.document, each.shown) for each in bad]
    alike = [_least_likeness(each.document, each.shown) for each in good]
    yield Measure("baseline: inconsistent accused", mean([x < limit for x in likeness]), len(bad), gated=False)
    yield Measure("baseline: consistent left alone", mean([x >= limit for x in alike]), len(good), gated=False)
    yield Measure(
        "words pointed at",
        mean([_share(s, each) for s, each in zip(found, bad, strict=True) if s]),
        len(bad),
        gated=False,
    )
    honest = _abstracts("tuned" if half == "fit" else "held")
    yield Measure("honest abstracts left alone", mean([not located(each) for each in honest]), len(honest), gated=False)
    low = mean([_least_likeness(each.document, each.shown) >= limit for each in honest])
    yield Measure("baseline: honest abstracts left alone", low, len(honest), gated=False)


def located(each: Summary) -> list[tuple[int, int]]:
    """The words of the summary that the program accuses."""
    changes = against(_account("document", each.document), _account("summary", each.shown))
    return [(change.after.start, change.after.end) for change in changes if change.after is not None]


def _account(name: str, text: str) -> Account:
    return Account(witness(Article(id=name, text=text, language="en", extracted=True)), (), ())


def _hits(rows: Sequence[Summary], found: Sequence[list[tuple[int, int]]]) -> float:
    """The share of summaries in which some accused words are among those marked as wrong."""
    return mean(
        [
            any(a < d and c < b for a, b in spans for c, d in _marked(each))
            for each, spans in zip(rows, found, strict=True)
        ]
    )


def _marked(each: Summary) -> list[tuple[int, int]]:
    places = [(each.summary.find(words.strip()), len(words.strip())) for words in each.span or () if words]
    return [(start, start + length) for start, length in places if start >= 0]


def _share(spans: Sequence[tuple[int, int]], each: Summary) -> float:
    """How much of the summary is pointed at."""
    return sum(end - start for start, end in spans) / len(each.summary)


def _abstracts(half: str) -> list[Summary]:
    """Honest sentences on articles of our own."""
    written: dict[str, str] = tomllib.loads(_ABSTRACTS.read_text(encoding="utf-8"))["abstracts"]
    texts = {base.name: base.text for base in bases()}
    return [Summary(name, texts[name], words, 1) for name, words in sorted(written.items()) if name.startswith(half)]


def _limit(consistent: Sequence[Summary]) -> float:
    """The likeness below which the baseline accuses no more of the consistent summaries than it may."""
    ordered = sorted(_least_likeness(each.document, each.shown) for each in consistent)
    return ordered[int(_MOST_ACCUSED * len(ordered))] if ordered else 0.0


def _least_likeness(document: str, summary: str) -> float:
    """For the summary's sentence least like any of the document's, the share of its weight that stands there."""
    held = [frozenset(_weights(document[start:end])) for start, end in sentences(document)]
    return min((_best(_weights(summary[start:end]), held) for start, end in sentences(summary)), default=1.0)


def _best(weights: dict[str, float], held: Sequence[frozenset[str]]) -> float:
    total = sum(weights.values())
    return (
        max((sum(weights[key] for key in weights if key in words) for words in held), default=0.0) / total
        if total
        else 1.0
    )


def _weights(text: str) -> dict[str, float]:
    found = {token.stem.casefold(): information(token.text.casefold()) for token in tokens(text)}
    return {key: value for key, value in found.items() if value >= _TELLING}
