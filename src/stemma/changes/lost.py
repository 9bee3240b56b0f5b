"""Attributions that were dropped: what somebody said is stated flat."""

import re
from collections.abc import Sequence

from rapidfuzz.distance import Indel

from stemma.changes.doubt import hedges_of, is_rumour
from stemma.changes.links import Link
from stemma.changes.negation import is_negator
from stemma.changes.outlets import is_outlet_of
from stemma.changes.owed import is_owed
from stemma.changes.pairs import Pair
from stemma.changes.sides import Side, content_stems, cut, statements_in, words_in
from stemma.changes.sources import bodies
from stemma.changes.telling import accuses, cue_within, finds, is_said, tells
from stemma.records import Change, Span, Statement
from stemma.text.tokens import tokens

__all__ = ["attributions_lost"]

# A proposition stated flat keeps this share of what was attributed (a rewriter changes about half the words).
_KEPT_FLAT = 0.35
_KEPT_WITH_NUMBER = 0.25  # the same number in aligned passages is as good as several words
_LEAST_SCORE = 0.3
# So much of what both have, in a passage of the first that names no source, and the second may have it from there.
_TOLD_TWICE = 0.9
# Measured: the share right on edits made to order, by the rule of succession (121 of 124).
_CONFIDENCE = 0.97
# No source: what is said is not told ("it"), or a participle describes it ("her claimed part in the plot").
_NOBODY = frozenset("it his her their its my our your".split())
# "Is said to", "it is believed": nobody's word.
_IMPERSONAL = re.compile(r"(?:is|are|was|were|has been|have been)\b")
# Who denies speaks, and may say on what is so instead.
_DENYING = re.compile(r"\b(?:den(?:y|ies|ied|ying)|(?:reject|disput|refut|rebut)\w+)\b")
_FIRST_PERSON = re.compile(r"\b(?:I|we|my|our|We|My|Our)\b")


def attributions_lost(pair: Pair) -> list[Change]:
    """Attributed passages of the first that the second states flat."""
    leading = _leading(pair.second)
    found = []
    for link in pair.links:
        if link.score < _LEAST_SCORE or _is_speech(pair, link) or set(link.second_index) & leading:
            continue
        for statement in statements_in(pair.first, link.first_index):
            reported = _reports(statement) and cue_within(statement, link.first)
            if reported and _flat(pair, link, statement) and not _is_told_first(pair, link, statement):
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
        and statement.source[0].text.casefold() not in _NOBODY
        and bool(statement.content)
        and statement.kind == "indirect"
        and not statement.denies
        and not statement.declined
        and not statement.asks
        and not any(is_negator(word) for cue in statement.cue for word in tokens(cue.text))
        and not any("eportedly" in cue.text for cue in statement.cue)
        and (tells(statement) or accuses(statement) or _is_finding(statement))
    )


def _is_finding(statement: Statement) -> bool:
    """Whether it gives a finding that is told, not a thing found: a "that", or the finder named after it."""
    content = statement.content[0]
    estimated = any(cue.text.startswith("estimate") for cue in statement.cue)
    return finds(statement) and (
        estimated or content.text.startswith("that ") or statement.cue[0].start > content.start
    )


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
    if _is_told_of(pair, link, statement) or _speaks_on(pair, link, statement) or is_owed(pair, link, statement):
        return False
    return all(_is_within_content(pair, other, content) for other in statements_in(pair.second, link.second_index))


def _is_told_first(pair: Pair, link: Link, statement: Statement) -> bool:
    """Whether the second's words are the first's own: it states them flat as well, or the second is the source."""
    if any(is_outlet_of(pair.second, source) for source in statement.source) or _drops_doubted(pair, link, statement):
        return True
    wanted = content_stems(words_in(pair.second, link.second))
    said = content_stems(words_in(pair.first, statement.content))
    shared = {stem: weight for stem, weight in wanted.items() if stem in said}
    flat = [
        passage.index
        for passage in pair.first.passages
        if passage.index not in pair.first.told and not is_said(passage.span.text)
    ]
    return any(
        sum(weight for stem, weight in shared.items() if stem in pair.first.stems[place])
        >= _TOLD_TWICE * sum(shared.values())
        for place in flat
    )


def _drops_doubted(pair: Pair, link: Link, statement: Statement) -> bool:
    """Whether nothing of what was put with a doubt is kept, where the rest only says where and when it was."""
    words = words_in(pair.first, statement.content)
    first = min((one.after for one in hedges_of(words)), default=len(words))
    doubted = content_stems(words[first:])
    return bool(doubted) and not doubted.keys() & content_stems(words_in(pair.second, link.second)).keys()


def _is_told_of(pair: Pair, link: Link, statement: Statement) -> bool:
    """Whether the second's passages have a word of saying, or end in the source (", the ministry disclosed.")."""
    if any(is_said(_without(span.text, statement)) for span in link.second):
        return True
    if _denies_too(pair, link, statement) and any(_DENYING.search(span.text) for span in link.second):
        return True
    if _hearsay(pair.second, link.second) > _hearsay(pair.first, link.first):
        return True
    told = content_stems(words_in(pair.first, statement.source))
    closing = {word.stem for span in link.second for word in tokens(span.text.rpartition(", ")[2]) if ", " in span.text}
    return bool(told) and set(told) < closing


def _denies_too(pair: Pair, link: Link, statement: Statement) -> bool:
    """Whether who says so denies something in the same passage."""
    return any(each.denies and each.source == statement.source for each in statements_in(pair.first, link.first_index))


def _hearsay(of: Side, spans: Sequence[Span]) -> int:
    """How often it is said that people say so."""
    rumours = sum(is_rumour(span.text) for span in spans)
    return rumours + sum(one.hearsay for one in hedges_of(words_in(of, spans)))


def _without(text: str, statement: Statement) -> str:
    """The text without the words of what was said: a word of saying among them is no attribution of it."""
    known = {word.stem for span in statement.content for word in tokens(span.text)} - {"that"}
    kept = [word.text for word in tokens(text) if word.stem not in known]
    return " ".join(kept)


def _speaks_on(pair: Pair, link: Link, statement: Statement) -> bool:
    """Whether somebody in the second's paragraph may be this source: then the passage runs on from what they say."""
    wanted = _telling_words(pair.first, statement)
    places = _reached(pair, link, wanted)
    unread = [pair.second.passages[place].span for place in places if place not in pair.second.told]
    return any(is_said(span.text.replace("eportedly", "")) for span in unread) or any(
        _may_be(pair, statement, wanted, other) for other in statements_in(pair.second, places)
    )


def _reached(pair: Pair, link: Link, wanted: set[str]) -> list[int]:
    """The second's passages of that paragraph up to those, on either side, in which another speaks."""
    numbers = {pair.second.passages[place].paragraph for place in link.second_index}
    within = [passage.index for passage in pair.second.passages if passage.paragraph in numbers]
    others = [place for place in within if _is_anothers(pair, link, place, wanted)]
    low = max((place for place in others if place < min(link.second_index)), default=-1)
    high = min((place for place in others if place > max(link.second_index)), default=len(pair.second.passages))
    return [place for place in within if low < place < high and place not in others]


def _is_anothers(pair: Pair, link: Link, place: int, wanted: set[str]) -> bool:
    """Whether what is said in this other passage of the second is said in its counterpart too, by somebody else."""
    if place in link.second_index or wanted & pair.second.stems[place].keys():
        return False
    beside = {at for each in pair.links if place in each.second_index for at in each.first_index}
    if not beside or beside & set(link.first_index):
        return False
    told = [each for each in statements_in(pair.first, sorted(beside)) if tells(each) or accuses(each) or finds(each)]
    hearsay = _hearsay(pair.first, [pair.first.passages[at].span for at in sorted(beside)])
    return bool(hearsay or told) and not any(_may_speak(pair.first, each, wanted) for each in told)


def _may_speak(of: Side, statement: Statement, wanted: set[str]) -> bool:
    """Whether the statement's source may be the one so told; nobody speaks in "it is said"."""
    own = _telling_words(of, statement)
    return bool(own & wanted) or (bool(statement.source) and not own)


def _may_be(pair: Pair, statement: Statement, wanted: set[str], other: Statement) -> bool:
    """Whether the other statement's source may be the same."""
    if not tells(other) or not other.source:
        return bool(other.cue) and tells(other) and not _IMPERSONAL.match(other.cue[0].text)
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
    told = {word.stem for word in words_in(of, near)}
    return bool((wanted & bodies() or wanted) & told)  # "it" is the ministry, not the country that has one


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
        why=f"What one account has from “{statement.source[0].text}” is stated flat in the other.",
        confidence=_CONFIDENCE,
    )
