"""Who says it where the verb is passive: never its subject, who is told or accused, but whoever "by" names."""

from bisect import bisect_left

from stemma.attribution import sources
from stemma.attribution.columns import Read
from stemma.attribution.fields import verb_lemma
from stemma.attribution.finding_cues import Marked
from stemma.attribution.finding_roles import Piece, Roles, draft_of
from stemma.attribution.grammar import lexicon, verbs
from stemma.attribution.subjects import source_before
from stemma.attribution.units import Word

__all__ = ["by_agent", "listener"]

# Words between a cue and its "by" at most ("was told again by ...").
_NEAR = 2
# Who is quoted has so many words at most ("a nurse at the harbour clinic as saying"; chosen by eye).
_PERSON = 14
# After these "of" tells how many or whom ("dozens of tenants", "the head of the union"), not what one is accused of.
_OF_MANY = frozenset(
    {"dozens", "scores", "hundreds", "thousands", "number", "majority", "group", "members", "member", "one", "some"}
    | {"many", "several", "most", "all", "none", "two", "three", "families", "relatives", "head", "chief", "leader"}
    | {"owner", "chair", "director", "minister", "secretary", "president", "mayor", "bishop", "ministry", "union"}
)
_QUOTING = frozenset({"quoted", "quotes", "quote", "quoting"})
_SAID_OPENERS = frozenset({"to", "not", "that", "about", "if", "whether", "how", "why", "what"})


def by_agent(read: Read, cue: Marked, given: Roles) -> Roles:
    """The roles of a passive cue with the listener taken out of the source, and "of hiding ..." into the content.

    "X was quoted as saying by Y" is X's, as the rules have it.
    """
    words = read.unit.words
    draft = draft_of(read, cue)
    if draft is not None and draft.rule == "quoted" and draft.source is not None:
        return given._replace(source=_extents(words, (draft.source,)), content=_extents(words, draft.content))
    if not _is_told(read, cue):
        return _charged(words, cue, _quoting(words, cue, given))
    place = next((at for at in range(cue.last, min(cue.last + _NEAR, len(words))) if words[at].low == "by"), None)
    source = _agent(words, place + 1) if place is not None else ()
    return given._replace(source=source, content=_told(words, given.content, listener(read, cue), source))


def _told(
    words: tuple[Word, ...], content: tuple[Piece, ...], heard: Piece | None, source: tuple[Piece, ...]
) -> tuple[Piece, ...]:
    """What was told: not who heard it, but if need be all that opens right after whoever said it."""
    kept = tuple(piece for piece in content if heard is None or not heard[0] <= piece[0] < piece[1] <= heard[1])
    if kept or not source:
        return kept or content
    at = bisect_left(words, source[0][1], key=lambda word: word.start)
    opens = at + 1 < len(words) and words[at].low in _SAID_OPENERS
    return ((words[at].start, words[-1 - (words[-1].kind == "mark")].end),) if opens else content


def _extents(words: tuple[Word, ...], places: tuple[tuple[int, int], ...]) -> tuple[Piece, ...]:
    return tuple((words[first].start, words[last].end) for first, last in places)


def _agent(words: tuple[Word, ...], first: int) -> tuple[Piece, ...]:
    """The phrase after "by", up to where it is said what was told."""
    found = sources.source_after(words, first, inverted=False)
    if found is None:
        return ()
    last = next((at - 1 for at in range(first + 1, found[1] + 1) if words[at].low in _SAID_OPENERS), found[1])
    return ((words[first].start, words[last].end),)


def listener(read: Read, cue: Marked) -> Piece | None:
    """Whom a passive cue of telling has as its subject."""
    subject = source_before(read.unit.words, cue.first) if _is_told(read, cue) else None
    return None if subject is None else (read.unit.words[subject[0]].start, read.unit.words[subject[1]].end)


def _is_told(read: Read, cue: Marked) -> bool:
    """Whether the cue says that somebody was told or asked: its subject listened."""
    told = verbs("telling") | {"ask", "urge"}
    return any(each.passive and each.lemma in told for each in read.cues if cue.first <= each.verb <= cue.last)


def _quoting(words: tuple[Word, ...], cue: Marked, given: Roles) -> Roles:
    """ "The paper quoted a nurse as saying that ...": the nurse said it, and the paper printed it."""
    passive = cue.last > 0 and words[cue.last - 1].low in lexicon("be")
    if passive or words[cue.last].low not in _QUOTING:
        return given
    lows = [word.low for word in words[cue.last + 1 : cue.last + 1 + _PERSON]]
    at = next((at for at in range(1, len(lows) - 1) if lows[at : at + 2] == ["as", "saying"]), None)
    if at is None:
        return given
    source, said = words[cue.last + 1].start, words[cue.last + 2 + at]
    after = [piece for piece in given.content if piece[1] > said.end]
    content = (
        *(piece for piece in given.content if piece[1] <= words[cue.first].start),
        *((max(start, words[cue.last + 3 + at].start), end) for start, end in after if cue.last + 3 + at < len(words)),
    )
    return given._replace(source=((source, words[cue.last + at].end),), content=content or given.content)


def _with_agent(words: tuple[Word, ...], cue: Marked, given: Roles) -> Roles:
    """Without a source "by two partners of hiding it" after the cue is no content: it begins with who says it."""
    by = cue.last + 1
    if given.source or by + 1 >= len(words) or words[by].low != "by" or words[cue.last - 1].low not in lexicon("be"):
        return given
    piece = next((piece for piece in given.content if piece[0] == words[by].start), None)
    if piece is None:
        return given
    return given._replace(
        source=((words[by + 1].start, piece[1]),), content=tuple(each for each in given.content if each != piece)
    )


def _charged(words: tuple[Word, ...], cue: Marked, given: Roles) -> Roles:
    """ "was accused by two partners of hiding it": what follows "of" is what they say, not who they are."""
    given = _with_agent(words, cue, given)
    given = given._replace(content=tuple(_without_of(words, cue, piece) for piece in given.content))
    if not given.source or given.source[0][0] < words[cue.last].end:
        return given
    start, end = given.source[0]
    first = bisect_left(words, start, key=lambda word: word.start)
    held = [at for at in range(first + 1, len(words) - 1) if words[at].low == "of" and words[at + 1].end <= end]
    at = next((at for at in held if words[at + 1].low.endswith("ing")), None)
    if at is None and verb_lemma(words[cue.last].low) == "accuse":
        at = next((at for at in held if words[at - 1].low not in _OF_MANY), None)
    if at is None:
        return given
    return given._replace(source=((start, words[at - 1].end),), content=(*given.content, (words[at + 1].start, end)))


def _without_of(words: tuple[Word, ...], cue: Marked, piece: Piece) -> Piece:
    """ "was accused by X [of] hiding it", as where the words were taken for the source's."""
    at = bisect_left(words, piece[0], key=lambda word: word.start)
    passive = cue.last > 0 and words[cue.last - 1].low in lexicon("be") and cue.last < at < len(words) - 1
    charged = passive and words[at].low == "of" and words[at + 1].low.endswith("ing")
    return (words[at + 1].start, piece[1]) if charged and words[at + 1].end <= piece[1] else piece
