"""Attributions that went to somebody else or were dropped."""

import re
from bisect import bisect_left
from collections.abc import Iterable
from functools import cache

from rapidfuzz.distance import Indel

from stemma.changes.pairs import Link, Pair
from stemma.changes.sides import Side, content_stems, cut, statements_in, words_in
from stemma.changes.sources import told_apart
from stemma.lexicon import table
from stemma.records import Change, Span, Statement
from stemma.text.names import Name
from stemma.text.tokens import tokens

__all__ = ["attributions_changed", "attributions_lost"]

# Two statements say the same if the smaller shares this much of its weight.
_SAME_CONTENT = 0.5
# A proposition stated flat keeps this share of what was attributed (a rewriter changes about half the words).
_KEPT_FLAT = 0.35
_KEPT_WITH_NUMBER = 0.25  # the same number in aligned passages is as good as several words
_LEAST_SCORE = 0.3
# Unnamed sources are compared only in what is nearly one sentence.
_SAME_SENTENCE = 0.6
# How far back "the department" may look for the department it means.
_REACH = 400
# Coarse until measured on edits made to order.
_CONFIDENCE_CHANGED = 0.8
_CONFIDENCE_LOST = 0.75
_FIRST_PERSON = re.compile(r"\b(?:I|we|my|our|We|My|Our)\b")
_SAYING = re.compile(
    r"\b(?:sa(?:id|ys?|ying)|told|tells|according to|reported(?:ly)?|reports|announced|stated|confirmed|added|noted|"
    r"citing|cited|quoted|warned|claim(?:ed|s)|believe[sd]?|"
    r"found|show(?:s|ed)|conclude[sd]|wrote|writes|estimate[sd]?|argue[sd]|predict(?:s|ed))\b",
    re.IGNORECASE,
)


def attributions_changed(pair: Pair) -> list[Change]:
    """Statements in aligned passages that say the same and name two different bodies or people."""
    return [
        _change_of_source(pair, ours, theirs)
        for link in pair.links
        for ours in statements_in(pair.first, link.first_index)
        for theirs in statements_in(pair.second, link.second_index)
        if _changed(pair, link, ours, theirs)
    ]


def _changed(pair: Pair, link: Link, ours: Statement, theirs: Statement) -> bool:
    if not ours.source or not theirs.source or not _say_the_same(pair, ours, theirs):
        return False
    if not _cue_within(ours, link.first) or not _cue_within(theirs, link.second):
        return False
    if not _tells(ours) or not _tells(theirs):
        return False
    if _kinds_differ(link, ours, theirs) or told_apart(pair, link, ours, theirs):
        return True
    left, right = _named(pair.first, ours), _named(pair.second, theirs)
    if not left or not right or _is_one(left, right, _are_bodies(ours, theirs)):
        return False
    return not _stands_in(pair.first, link.first, right) and not _stands_in(pair.second, link.second, left)


def _cue_within(statement: Statement, spans: Iterable[Span]) -> bool:
    wanted = list(spans)
    return any(span.overlaps(piece) for piece in statement.cue for span in wanted)


def _say_the_same(pair: Pair, ours: Statement, theirs: Statement) -> bool:
    left = content_stems(words_in(pair.first, ours.content))
    right = content_stems(words_in(pair.second, theirs.content))
    smaller = min(sum(left.values()), sum(right.values()))
    shared = sum(value for key, value in left.items() if key in right)
    return smaller > 0 and shared >= _SAME_CONTENT * smaller and shared >= 2 * 1.3


# Unnamed sources of two of these sorts are not the same people; officials and "people familiar" may be anybody.
_SORTS = frozenset({"police", "witnesses", "diplomats", "military"})


def _kinds_differ(link: Link, ours: Statement, theirs: Statement) -> bool:
    """Whether two unnamed sources of nearly one sentence are of two sorts."""
    sorts = {sort for sort in (ours.anonymous, theirs.anonymous) if sort is not None}
    return link.score >= _SAME_SENTENCE and len(sorts) == 2 and sorts <= _SORTS


def _named(of: Side, statement: Statement) -> frozenset[str]:
    """Stems that tell the source's name apart; empty where the source is not named."""
    source = statement.source[0]
    inside = [name for name in of.names if source.start <= name.start < source.end]
    if inside:
        return frozenset(part for name in inside for part in _telling(name.text))
    meant = _antecedent(of, source)
    return frozenset(_telling(meant.text)) if meant is not None else frozenset()


def _telling(name: str) -> list[str]:
    plain = frozenset(str(table("confusable_bodies")["plain"]).split())
    return [word.stem for word in tokens(name) if word.text.casefold() not in plain and len(word.text) > 1]


@cache
def _heads() -> frozenset[str]:
    return frozenset(str(table("confusable_bodies")["heads"]).split())


def _antecedent(of: Side, source: Span) -> Name | None:
    """The body that "the department" means: the last one named before with that word in its name."""
    match = re.fullmatch(r"(?:the|its|that)\s+(\w+)", source.text.strip(), re.IGNORECASE)
    if match is None or match.group(1).casefold() not in _heads():
        return None
    wanted = match.group(1).casefold()
    last = bisect_left([name.start for name in of.names], source.start)
    for name in reversed(of.names[:last]):
        if source.start - name.end > _REACH:
            return None
        if wanted in name.words and len(name.words) > 1:
            return name
    return None


def _is_one(left: frozenset[str], right: frozenset[str], bodies: bool) -> bool:
    """Whether one name shortens the other, or stands for it by its initials."""
    if left & right and (left <= right or right <= left or not bodies):
        return True
    left, right = left - right, right - left
    if any(float(Indel.normalized_similarity(one, other)) >= 0.8 for one in left for other in right):
        return True
    return _initials(left, right) or _initials(right, left)


def _are_bodies(ours: Statement, theirs: Statement) -> bool:
    """Whether both sources are bodies of one kind: two ministries of one country are two."""
    kinds = [{word.text.casefold() for word in tokens(given.source[0].text)} & _heads() for given in (ours, theirs)]
    return bool(kinds[0] & kinds[1])


def _initials(short: frozenset[str], long: frozenset[str]) -> bool:
    letters = sorted(word[0].casefold() for word in long)
    return any(len(word) >= 2 and sorted(word.casefold()) == letters for word in short)


def _stands_in(of: Side, spans: Iterable[Span], stems: frozenset[str]) -> bool:
    """Whether the other account's source is named in these passages too: then it may speak for this one."""
    return stems <= {word.stem for word in words_in(of, spans)}


def _change_of_source(pair: Pair, ours: Statement, theirs: Statement) -> Change:
    return Change(
        kind="attribution_changed",
        severity=2,
        before=ours.source[0],
        after=theirs.source[0],
        between=pair.between,
        why=f"What “{ours.source[0].text}” is the source of is put down to “{theirs.source[0].text}” here.",
        confidence=_CONFIDENCE_CHANGED,
    )


def attributions_lost(pair: Pair) -> list[Change]:
    """Attributed passages of the first that the second states flat."""
    leading = _leading(pair.second)
    found = []
    for link in pair.links:
        if link.score < _LEAST_SCORE or _is_speech(pair, link) or set(link.second_index) & leading:
            continue
        for statement in statements_in(pair.first, link.first_index):
            if _reports(statement) and _cue_within(statement, link.first) and _flat(pair, link, statement):
                found.append(_lost(pair, link, statement))
                break
    return found


def _leading(of: Side) -> set[int]:
    """Headlines, subheads and the very lead: who told what is told there is named elsewhere."""
    body = [passage.index for passage in of.passages if passage.role == "body"]
    return {*body[:1], *(passage.index for passage in of.passages if passage.role != "body")}


def _is_speech(pair: Pair, link: Link) -> bool:
    """Whether either side is in quotation marks: then the marks say that somebody speaks."""
    return (
        link.kind == "quoting"
        or any(
            quoted.start < span.end and span.start < quoted.end
            for of, spans in ((pair.first, link.first), (pair.second, link.second))
            for quoted in of.quoted
            for span in spans
        )
        or any(span.text.lstrip()[:1] in "'‘’" or _FIRST_PERSON.search(span.text) for span in link.second)
    )


def _reports(statement: Statement) -> bool:
    """Whether somebody is named as the source of a claim of fact."""
    return (
        bool(statement.source)
        and statement.source[0].text.casefold() != "it"
        and bool(statement.content)
        and statement.kind == "indirect"
        and not statement.denies
        and not statement.declined
        and not statement.asks
        and _tells(statement)
    )


def _tells(statement: Statement) -> bool:
    """Whether the cue reports something as told, not as wanted, done or felt."""
    return any(_SAYING.search(cue.text) for cue in statement.cue)


def _flat(pair: Pair, link: Link, statement: Statement) -> bool:
    """Whether the second keeps the content and gives no source for it, there or in its paragraph."""
    content = content_stems(words_in(pair.first, statement.content))
    theirs = content_stems(words_in(pair.second, link.second))
    kept = sum(value for key, value in content.items() if key in theirs)
    number = any(key[0].isdigit() and key in theirs for key in content)
    if kept <= 0 or kept < (_KEPT_WITH_NUMBER if number else _KEPT_FLAT) * min(
        sum(content.values()), sum(theirs.values())
    ):
        return False
    told = content_stems(words_in(pair.first, statement.source))
    closing = {word.stem for span in link.second for word in tokens(span.text.rpartition(", ")[2]) if ", " in span.text}
    if told and set(told) < closing:  # ", the ministry disclosed.": whatever word says that it speaks
        return False
    if any(_SAYING.search(span.text) for span in link.second) or _speaks_on(pair, link, statement):
        return False
    return all(_is_within_content(pair, other, content) for other in statements_in(pair.second, link.second_index))


def _speaks_on(pair: Pair, link: Link, statement: Statement) -> bool:
    """Whether somebody in the second's paragraph may be this source: then the passage runs on from what they say."""
    numbers = {pair.second.passages[place].paragraph for place in link.second_index}
    places = [passage.index for passage in pair.second.passages if passage.paragraph in numbers]
    unread = [pair.second.passages[place].span for place in places if place not in pair.second.told]
    wanted = _telling_words(pair.first, statement)
    return any(_SAYING.search(span.text.replace("eportedly", "")) for span in unread) or any(
        _may_be(pair, statement, wanted, other) for other in statements_in(pair.second, places)
    )


def _may_be(pair: Pair, statement: Statement, wanted: set[str], other: Statement) -> bool:
    """Whether the other statement's source may be the same."""
    if not _tells(other) or not other.source:
        return bool(other.cue) and _tells(other)
    if statement.speaker is not None and other.speaker is not None:
        return _same_last(statement.speaker, other.speaker)
    own = _telling_words(pair.second, other)
    return not wanted or bool(own & wanted) or (not own and _stands_near(pair.second, other, wanted))


def _telling_words(of: Side, statement: Statement) -> set[str]:
    """Stems by which the source is told, its resolved name among them."""
    named = {word.stem for word in tokens(statement.speaker)} if statement.speaker is not None else set()
    return named | set(content_stems(words_in(of, statement.source)))


def _same_last(one: str, other: str) -> bool:
    left, right = one.casefold().split()[-1:], other.casefold().split()[-1:]
    return bool(left and right) and float(Indel.normalized_similarity(left[0], right[0])) >= 0.8


def _stands_near(of: Side, other: Statement, wanted: set[str]) -> bool:
    """Whether a pronoun can mean somebody so told: named in its paragraph or the one before."""
    at = next((each.paragraph for each in of.passages if each.span.overlaps(other.cue[0])), 0)
    near = [each.span for each in of.passages if at - 1 <= each.paragraph <= at]
    return bool(wanted & {word.stem for word in words_in(of, near)})


def _is_within_content(pair: Pair, other: Statement, content: dict[str, float]) -> bool:
    """Whether the source of a statement of the second belongs to what was said, not to who said it."""
    named = content_stems(words_in(pair.second, other.source))
    return all(key in content for key in named)


def _lost(pair: Pair, link: Link, statement: Statement) -> Change:
    pieces = sorted((*statement.source, *statement.cue))
    before = cut(pair.first, pieces[0].start, pieces[-1].end)
    if len(before.text) > 120:  # source and cue stand far apart: the source alone is shown
        before = statement.source[0]
    return Change(
        kind="attribution_lost",
        severity=2,
        before=before,
        after=link.second[0],
        between=pair.between,
        why=f"What is said by “{statement.source[0].text}” is stated flat here.",
        confidence=_CONFIDENCE_LOST,
    )
