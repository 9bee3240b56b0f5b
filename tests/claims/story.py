"""The findings of a story told by a few articles."""

import stemma
from stemma import Article
from stemma.records import Bound, Claim, FigureGroup, FigureValue, Findings, Span

__all__ = ["claim_of", "figures_of", "found", "value", "written"]


def written(name: str, text: str, outlet: str | None = None) -> Article:
    return Article(id=name, text=text, outlet=outlet, published="2031-05-06", language="en")


def found(*articles: Article) -> Findings:
    (findings,) = stemma.report(articles, one_story=True).stories
    return findings


def claim_of(findings: Findings, words: str) -> Claim:
    """The one claim that some passage makes in these words."""
    (claim,) = [claim for claim in findings.claims if any(words in span.text for span in claim.support)]
    return claim


def figures_of(*texts: str) -> tuple[FigureGroup, ...]:
    """The groups of figures of a story whose articles are a, b, ..."""
    return found(*(written(name, text) for name, text in zip("abcdef", texts, strict=False))).figures


def value(low: float | None, high: float | None, bound: Bound = "exact") -> FigureValue:
    words = f"{low} to {high}"
    return FigureValue(low=low, high=high, bound=bound, unit=None, span=Span("a", 0, len(words), words))
