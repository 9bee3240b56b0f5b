"""An article's text cut where findings begin and end, so that a page can show them in their place."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from stemma.records import Alignment, Article, Comparison, Findings, PassageKind, Span

__all__ = ["Relative", "Stretch", "cited", "stretches"]


class Relative(NamedTuple):
    """Another article that has a passage too."""

    article: str
    kind: PassageKind
    score: float


class _Shared(NamedTuple):
    """Where a passage shared with a relative ends."""

    end: int
    relative: Relative


class Stretch(NamedTuple):
    """Characters start:end, all under the same findings.

    `opens` are the ends of findings that start here; `relatives` the articles sharing the passage, the closest first;
    `last` whether the passage shared ends here; `aside` a reason and `credit` a kind, each "" for none; `first`
    whether the set-aside words start here.
    """

    start: int
    end: int
    text: str
    opens: tuple[int, ...]
    relatives: tuple[Relative, ...]
    last: bool
    aside: str
    first: bool
    credit: str


def stretches(article: Article, spans: Iterable[Span], alignments: Sequence[Alignment]) -> Iterator[Stretch]:
    """The whole text in order, nothing left out: the texts of the stretches, joined, are the article's."""
    opens: dict[int, set[int]] = {}
    for span in spans:
        if span.article == article.id:
            opens.setdefault(span.start, set()).add(span.end)
    shared = _shared(article.id, alignments)
    under: list[_Shared] = []
    for start, end in pairwise(_cuts(article, opens, shared)):
        under = [passage for passage in under if passage.end > start] + shared.get(start, [])
        aside = next((aside for aside in article.set_aside if _within(start, aside.span)), None)
        yield Stretch(
            start=start,
            end=end,
            text=article.text[start:end],
            opens=tuple(sorted(opens.get(start, ()))),
            relatives=tuple(_closest(passage.relative for passage in under)),
            last=any(passage.end == end for passage in under),
            aside=aside.reason if aside else "",
            first=aside is not None and aside.span.start == start,
            credit=next((credit.kind for credit in article.credits if _within(start, credit.span)), ""),
        )


def _cuts(article: Article, opens: dict[int, set[int]], shared: dict[int, list[_Shared]]) -> list[int]:
    """Every place where something begins or ends, in order."""
    cuts = {0, len(article.text), *opens, *shared}
    cuts.update(end for ends in opens.values() for end in ends)
    cuts.update(passage.end for passages in shared.values() for passage in passages)
    marked = [*(aside.span for aside in article.set_aside), *(credit.span for credit in article.credits)]
    cuts.update(end for span in marked for end in (span.start, span.end))
    return sorted(cuts)


def _within(place: int, span: Span) -> bool:
    return span.start <= place < span.end


def _shared(article: str, alignments: Sequence[Alignment]) -> dict[int, list[_Shared]]:
    """By where it starts: each passage of the article aligned with another's by more than a quotation."""
    found: dict[int, list[_Shared]] = {}
    for alignment in alignments:
        if article not in (alignment.a, alignment.b):
            continue
        mine = article == alignment.a
        other = alignment.b if mine else alignment.a
        for pair in alignment.pairs:
            if pair.kind != "quoting":
                relative = Relative(other, pair.kind, pair.score)
                for span in pair.a if mine else pair.b:
                    found.setdefault(span.start, []).append(_Shared(span.end, relative))
    return found


def _closest(relatives: Iterable[Relative]) -> Iterator[Relative]:
    """Each relative once, the most similar first."""
    seen: set[str] = set()
    for relative in sorted(relatives, key=lambda relative: (-relative.score, relative.article)):
        if relative.article not in seen:
            seen.add(relative.article)
            yield relative


def cited(found: Findings | Comparison) -> tuple[Span, ...]:
    """Every span that a finding points at, in text order, once."""
    spans = {span for change in found.changes for span in (change.before, change.after) if span}
    if isinstance(found, Comparison):
        spans |= {span for reason in found.kinship.evidence for span in reason.spans}
        spans |= {span for pair in found.alignment.pairs for span in (*pair.a, *pair.b)}
        return tuple(sorted(spans))
    spans |= {span for claim in found.claims for span in (*claim.support, *claim.denials)}
    spans |= {value.span for group in found.figures for value in group.values}
    spans |= {span for event in found.timeline for span in event.spans}
    spans |= {span for statement in found.statements for span in statement.content}
    reasons = [reason for descent in found.lineage.descent for reason in descent.evidence]
    reasons += [reason for hidden in found.lineage.hidden for reason in hidden.evidence]
    spans |= {span for reason in reasons for span in reason.spans}
    return tuple(sorted(spans))
