"""Candidate pairs as lines of text or of JSON, and what was passed over in finding them."""

from collections.abc import Iterator, Sequence

import msgspec

from stemma.corpus import REWRITING, VERBATIM, WHOLE, Candidates
from stemma.records import Article

__all__ = ["ROUTE_NAMES", "pairs_jsonl", "pairs_passed_over", "pairs_text"]

ROUTE_NAMES = {WHOLE: "same", VERBATIM: "verbatim", REWRITING: "rewriting"}
"""The routes by which two articles can meet, as they are written."""

# "by": copied runs of words, or rare words and names in common; "share" is of the words that this route looks at.
_HEADER = "by          share  may be kin (candidates, not findings: `stemma lineage` judges them)"
# So many of the articles without words are named; the rest are counted.
_NAMED = 5


def pairs_jsonl(found: Candidates, articles: Sequence[Article]) -> str:
    """A pair a line: the earlier article's id, the later one's, the route, and the share that they have in common."""
    lines = [
        msgspec.json.encode({"a": a, "b": b, "route": route, "shared": shared}).decode()
        for a, b, route, shared in _rows(found, articles)
    ]
    return "\n".join(lines)


def pairs_text(found: Candidates, articles: Sequence[Article]) -> str:
    """A pair a line, for a reader, the most alike first under a line that says what the columns are."""
    rows = sorted(_rows(found, articles), key=lambda row: (-row[3], row[:3]))
    lines = [f"{route:<9}  {shared:6.0%}  {a}  {b}" for a, b, route, shared in rows]
    return "\n".join([_HEADER, *lines]) if lines else "No two articles share enough to be kin."


def _rows(found: Candidates, articles: Sequence[Article]) -> Iterator[tuple[str, str, str, float]]:
    for a, b, route, shared in found.pairs.iter_rows():
        yield articles[a].id, articles[b].id, ROUTE_NAMES[route], round(shared, 4)


def pairs_passed_over(found: Candidates, articles: Sequence[Article]) -> list[str]:
    """A sentence for each thing that was passed over; none where every pair was looked at."""
    lines = []
    if found.copies:
        lines.append(
            f"{found.copies} articles repeat an earlier one word for word: each is paired with that one alone."
        )
    if found.crowded.height:
        lines.append(
            f"{found.crowded.height} keys are held by many articles: of their pairs {found.crowded['unpaired'].sum()}"
            " were not looked at for that key, those farthest apart in time."
        )
    if found.wordless:
        named = ", ".join(articles[number].id for number in found.wordless[:_NAMED])
        more = f" and {len(found.wordless) - _NAMED} more" if len(found.wordless) > _NAMED else ""
        lines.append(f"Without words, so in no pair: {named}{more}.")
    return lines
