"""The attributions of an article: cues and roles as the models mark them, and what only rules can find."""

import re
from bisect import bisect_left

from stemma.attribution.accepting import likelihood
from stemma.attribution.anonymous import category
from stemma.attribution.columns import Read, layout
from stemma.attribution.deeds import is_deed
from stemma.attribution.draft import Draft
from stemma.attribution.edges import before_reckoned, own, resumed, without_dateline
from stemma.attribution.fields import verb_lemma
from stemma.attribution.finding_cues import Marked, marked
from stemma.attribution.finding_roles import Roles, draft_of, roles
from stemma.attribution.grammar import is_name, lexicon
from stemma.attribution.nonsayings import is_no_saying, without_ordered
from stemma.attribution.passives import by_agent, listener
from stemma.attribution.pieces import mended
from stemma.attribution.quoted import Quoted
from stemma.attribution.reading import readings
from stemma.attribution.refining import apart, begun, is_printing, shaped, unmixed, without_denied
from stemma.attribution.runs import Extent, Found, found_in, widened, with_runs
from stemma.attribution.senses import behind_request, hides, without_request
from stemma.attribution.tallies import tallies
from stemma.attribution.transcripts import turns
from stemma.attribution.units import Unit
from stemma.records import Article

__all__ = ["assembled", "attributions"]

# Found by rules alone: PolNeAR's annotators draw no cue there, so that no model can learn it from them.
_BY_RULE = frozenset({"label", "tail"})
# Inside a quotation only what somebody else is said to have said counts; a speaker's own "I think" is his content.
# PolNeAR's annotators mark hardly any of these (24 of 6,849 cues), so that no model can learn them either.
_REPORTED = frozenset({"clause", "fronted", "inverted", "according"})
_PARAGRAPH = re.compile(r"\S(?:[^\n]|\n(?!\s*\n))*(?<=\S)")
_PERSONAL = frozenset({"i", "we", "you", "it", "that", "who", "which", "they", "people"})

# An attribution is given from this likelihood on (cross-validated on the train part: from .35 to .41 all measures are
# within .003).
_LEAST = 0.38
# What the rules found too is given from this likelihood on.
_LEAST_BY_RULE = 0.35
# What is said by nobody who is named or described is given from this likelihood on: it is of little use to a reader.
_LEAST_OF_NOBODY = 0.5


def attributions(article: Article) -> list[Found]:
    """The attributions of the article, those inside quotations last."""
    reads, marks = readings(article)
    outer = [read for read in reads if not read.inside]
    plan = layout(outer)
    found = [cue for cue in marked(plan) if not is_printing(outer[cue.read], cue)]
    cues = [shaped(outer[cue.read], cue) for cue in found]
    accepted: list[tuple[Marked, Roles]] = []
    for cue, drawn in zip(cues, roles(outer, plan, cues), strict=True):
        read = reads[cue.read]
        given = mended(article.text, read, cue, by_agent(read, cue, begun(read, cue, drawn)))
        given = resumed(read, cue, without_ordered(read, cue, without_dateline(article.text, given)))
        chance = likelihood(article.text, read, cue, given)
        held = given.source or given.content
        if held and chance >= _least(read, cue, given) and not _is_none(article.text, read, cue, given):
            accepted.append((cue._replace(chance=chance), given))
    return [
        found
        for found in assembled(
            article.text, reads, marks, apart(reads, unmixed(reads, without_denied(reads, accepted)))
        )
        if not hides(article.text, found)
    ]


def _is_none(text: str, read: Read, cue: Marked, given: Roles) -> bool:
    return is_no_saying(text, read, cue, given) or is_deed(text, read, cue, given)


def _least(read: Read, cue: Marked, given: Roles) -> float:
    """The likelihood from which on an attribution is given."""
    if not given.source:
        return _LEAST_OF_NOBODY
    return _LEAST if draft_of(read, cue) is None else _LEAST_BY_RULE


def assembled(
    text: str, reads: list[Read], marks: list[Quoted], marked_roles: list[tuple[Marked, Roles]]
) -> list[Found]:
    """The attributions of cues and their roles, and those of rules."""
    spoken = turns(reads)
    found = [_found(text, reads[cue.read], cue, given, marks) for cue, given in marked_roles]
    if spoken:  # "I think" is a speaker's own in his turn, as it is in a quotation
        found = [one for one in found if not _is_personal(text, one)]
    whole = [read.unit for read in reads if not read.inside]
    ruled = [one for one in _by_rule(reads, [cue for cue, _ in marked_roles], marks) if one.unit not in spoken]
    found = [*before_reckoned(text, found, [one for one in ruled if one.rule == "tally"]), *ruled]
    found.extend(_nested(reads, marked_roles, marks))
    return [*with_runs([*found, *spoken.values()], whole, marks), *_reported(reads)]


def _nested(reads: list[Read], given: list[tuple[Marked, Roles]], marks: list[Quoted]) -> list[Found]:
    """Sayings inside what is said: "X said Y had warned that ..."."""
    within = {(cue.read, piece) for cue, roles in given for piece in roles.content}
    taken = {id(draft_of(reads[cue.read], cue)) for cue, _ in given}
    return [
        found_in(reads[number].unit, number, draft._replace(rule="nested"), marks_of(reads[number].unit, marks))
        for number in sorted({number for number, _ in within})
        for draft in reads[number].drafts
        if id(draft) not in taken
        and _is_told(reads[number].unit, draft)
        and any(other == number and _holds(reads[number].unit, piece, draft) for other, piece in within)
    ]


def _is_told(unit: Unit, draft: Draft) -> bool:
    """Whether the draft has somebody say "that ..."."""
    said = draft.rule == "clause" and draft.lemma in lexicon("speech", "reporting_verbs") and draft.source is not None
    opens = said and draft.content and unit.words[draft.content[0][0]].low == "that"
    return bool(opens) and draft.source is not None and _is_somebody(unit, draft.source)


def _holds(unit: Unit, piece: Extent, draft: Draft) -> bool:
    return draft.source is not None and (
        piece[0] <= unit.words[draft.source[0]].start and unit.words[draft.cue[1]].end <= piece[1]
    )


def _is_personal(text: str, found: Found) -> bool:
    return all(text[start:end].casefold() in _PERSONAL for start, end in found.source)


def _by_rule(reads: list[Read], cues: list[Marked], marks: list[Quoted]) -> list[Found]:
    """Labels of headlines and transcripts where no cue was marked; silences and reckonings that no cue overlaps."""
    cued = {cue.read for cue in cues}
    taken = {(cue.read, place) for cue in cues for place in range(cue.first, cue.last + 1)}
    overlapped = {id(draft_of(reads[cue.read], cue)) for cue in cues}
    reckoned = [
        found_in(read.unit, number, draft, marks_of(read.unit, marks))
        for number, read in enumerate(reads)
        if not read.inside
        for draft in tallies(read.unit.words)
        if not any((number, place) in taken for place in range(draft.cue[0], draft.cue[1] + 1))
    ]
    return reckoned + [
        found_in(read.unit, number, draft, marks_of(read.unit, marks))
        for number, read in enumerate(reads)
        for draft in read.drafts
        if not read.inside
        and (
            (draft.rule in _BY_RULE and number not in cued)
            or (draft.rule == "unanswered" and id(draft) not in overlapped)
        )
    ]


def _reported(reads: list[Read]) -> list[Found]:
    """What is reported inside quotations."""
    return [
        found_in(read.unit, number, draft, [])
        for number, read in enumerate(reads)
        if read.inside
        for draft in read.drafts
        if draft.rule in _REPORTED and draft.source is not None and _is_somebody(read.unit, draft.source)
    ]


def _is_somebody(unit: Unit, source: tuple[int, int]) -> bool:
    """Whether the source is a name or a kind of unnamed source, not a pronoun or "people"."""
    words = unit.words[source[0] : source[1] + 1]
    named = any(is_name(word) and word.low not in _PERSONAL and at + source[0] for at, word in enumerate(words))
    return named or category(" ".join(word.text for word in words)) is not None


def marks_of(unit: Unit, marks: list[Quoted]) -> list[Quoted]:
    """The quotations of the text that begin in the unit."""
    first = bisect_left(marks, unit.start - 2, key=lambda mark: mark.start)
    last = bisect_left(marks, unit.end, key=lambda mark: mark.start)
    return marks[first:last]


def _found(text: str, read: Read, cue: Marked, given: Roles, marks: list[Quoted]) -> Found:
    words = read.unit.words
    draft = draft_of(read, cue)
    start, end = words[cue.first].start, words[cue.last].end
    end += text[end : end + 1] == ":"  # annotators of PolNeAR count it to the cue three times in four
    within = marks_of(read.unit, marks)
    content = tuple(widened(part, read.unit, within) for piece in given.content for part in _paragraphs(text, piece))
    return Found(
        draft.rule if draft is not None else "marked",
        draft.lemma if draft is not None else _lemma(read, cue),
        cue.read,
        tuple(_with_comma(text, own(text, _without_circumstance(text, piece)), start) for piece in given.source),
        ((start, end),),
        content,
        _addressee(listener(read, cue) or _listener(read.unit, draft), content),
        draft.negated if draft is not None else _negated(read, cue),
        cue.chance,
    )


def _paragraphs(text: str, piece: Extent) -> list[Extent]:
    """The parts of a piece that stand in one paragraph each."""
    return [(piece[0] + match.start(), piece[0] + match.end()) for match in _PARAGRAPH.finditer(text[slice(*piece)])]


def _without_circumstance(text: str, piece: Extent) -> Extent:
    """ "Officials late on Monday": when it was said is not the source's, nor is its request not to be named."""
    start, end = behind_request(text, *piece)
    end = without_request(text, start, end)
    words = text[start:end].rsplit(" ", 2)
    if len(words) == 3 and words[1] == "on" and words[2].casefold() in lexicon("weekdays"):
        end = start + len(words[0])
    kept, _, last = text[start:end].rpartition(" ")
    return start, start + len(kept) if kept and last in {"late", "early"} else end


def _with_comma(text: str, piece: Extent, cue: int) -> Extent:
    """ "X, the mayor, said": the closing comma belongs to what stands beside the name (two in three of PolNeAR's)."""
    closes = "," in text[piece[0] : piece[1]] and text[piece[1] : cue].strip() == ","
    return piece[0], piece[1] + closes


def _lemma(read: Read, cue: Marked) -> str:
    lemmas = [verb_lemma(word.low) for word in read.unit.words[cue.first : cue.last + 1]]
    return next((lemma for lemma in reversed(lemmas) if lemma), "")


def _negated(read: Read, cue: Marked) -> bool:
    lows = [word.low for word in read.unit.words[cue.first : cue.last + 1]]
    return any(low in lexicon("negations") or low.endswith(("n't", "n’t")) for low in lows)


def _listener(unit: Unit, draft: Draft | None) -> Extent | None:
    """Whom the rules found to be spoken to."""
    if draft is None or draft.addressee is None:
        return None
    return unit.words[draft.addressee[0]].start, unit.words[draft.addressee[1]].end


def _addressee(listener: Extent | None, content: tuple[Extent, ...]) -> tuple[Extent, ...]:
    """The listener, unless the words are part of what is said."""
    if listener is None:
        return ()
    start, end = listener
    return ((start, end),) if all(last <= start or end <= first for first, last in content) else ()
