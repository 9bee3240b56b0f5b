"""The records as the JSON objects of the contract, and back.

Contract keys stand first, in the contract's order; keys that the contract does not name follow, so that nothing is
lost on the way there and back.
"""

from collections.abc import Iterable, Set

import msgspec

from stemma.records import Article, Change, Comparison, FigureGroup, Findings, Statement
from stemma.rendering.cast import made_of
from stemma.rendering.encode import Plain, encoded
from stemma.rendering.pair import made_in
from stemma.rendering.wording import change_words

__all__ = ["article_object", "comparison_json", "findings_of", "statement_object", "story_object"]

_ARTICLE = ("id", "outlet", "url", "published", "title", "language", "text", "credits", "set_aside")
_STATEMENT = (
    *("id", "article", "kind", "source", "cue", "content", "speaker", "anonymous"),
    *("addressee", "denies", "hedge", "confidence"),
)
_HEAD = ("id", "title", "from", "to", "articles")
_LINEAGE = ("descent", "hidden", "undecided", "origins")
_FOUND = ("statements", "claims", "figures", "changes", "timeline")
_ADDED = ("sigla", "alignments")


def article_object(article: Article) -> Plain:
    """An Article of the contract, with `authors`, `extra` and `extracted` added."""
    return _ordered(article, _ARTICLE)


def statement_object(statement: Statement) -> Plain:
    """A Statement of the contract, with `declined`, `asks` and `anonymous_count` added."""
    return _ordered(statement, _STATEMENT)


def story_object(findings: Findings) -> Plain:
    """A Story of the contract, with `sigla`, `joinings` and `alignments` added."""
    head, lineage, found = _plain(findings.story), _plain(findings.lineage), _plain(findings)
    found["statements"] = [statement_object(statement) for statement in findings.statements]
    made = made_of(findings.lineage.descent)
    found["changes"] = [_change_object(change, made) for change in findings.changes]
    found["figures"] = [_figure_object(group) for group in findings.figures]
    joinings = head.pop("joinings")
    return (
        {key: head[key] for key in _HEAD}
        | {key: lineage[key] for key in _LINEAGE}
        | {key: found[key] for key in (*_FOUND, *_ADDED)}
        | {"joinings": joinings}
    )


def findings_of(story: Plain) -> Findings:
    """The findings that `story_object` wrote; msgspec.ValidationError if they are not of that shape."""
    parts = {key: story[key] for key in (*_FOUND, *_ADDED) if key in story}
    parts["story"] = {key: story[key] for key in (*_HEAD, "joinings") if key in story}
    parts["lineage"] = {key: story[key] for key in _LINEAGE if key in story}
    return msgspec.convert(parts, Findings)


def comparison_json(comparison: Comparison) -> str:
    """`stemma compare`: kinship, the aligned passages in A's order, the changes; the number of passages is added."""
    plain = _plain(comparison)
    lengths = {"a": comparison.alignment.a_length, "b": comparison.alignment.b_length}
    return encoded(
        {
            "kinship": plain["kinship"],
            "alignment": comparison.alignment.pairs,
            "changes": [_change_object(change, made_in(comparison)) for change in comparison.changes],
            "passages": lengths,
        }
    )


def _change_object(change: Change, made: Set[tuple[str, str]]) -> Plain:
    """A Change of the contract, with `label` added: the words that stand over it in the terminal and on the page."""
    return _plain(change) | {"label": change_words(change, made)}


def _figure_object(group: FigureGroup) -> Plain:
    """A FigureGroup of the contract; a whole number is written without a decimal point, however it was computed."""
    values = []
    for value in group.values:
        ends = {"low": _whole(value.low), "high": _whole(value.high)}
        values.append(_plain(value) | ends)
    return _plain(group) | {"values": values}


def _whole(number: float | None) -> float | None:
    return int(number) if number is not None and float(number).is_integer() else number


def _ordered(record: msgspec.Struct, keys: Iterable[str]) -> Plain:
    """The record's fields, those of the contract first."""
    plain = _plain(record)
    return {key: plain[key] for key in keys} | plain


def _plain(record: msgspec.Struct) -> Plain:
    """The record's fields by their names in JSON; the records within them are left to who writes the JSON."""
    names = zip(record.__struct_encode_fields__, record.__struct_fields__, strict=True)
    return {name: getattr(record, field) for name, field in names}
