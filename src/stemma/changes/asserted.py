"""What is only asked or denied in one account and stands as a fact in the other."""

import re
from collections.abc import Iterable, Mapping, Sequence, Set

from stemma.changes.contrary import contrary
from stemma.changes.links import Link
from stemma.changes.pairs import Pair
from stemma.changes.sides import Side, content_stems, cut, statements_in, words_in
from stemma.changes.telling import cue_within
from stemma.changes.wording import words_of
from stemma.records import Change, Span, Statement
from stemma.text.tokens import Token

__all__ = ["denials_turned", "questions"]

# Below this, aligned passages may be on two matters that share their names.
_LEAST_SCORE = 0.4
# Share of a question's weight that stands in the other's sentence, or of a denied claim's in another sentence of
# its own account.
_KEPT = 0.6
# A claim is stated where so much of its weight stands in one passage, the first telling words (who or what did it) too.
_STATED = 0.75
_DEED = 2
# A denied claim lighter than this ("the report") may be met anywhere (the weight of two rare words).
_LEAST_WEIGHT = 5.0
_LEAST_STEMS = 2
# Measured: the share right on edits made to order, by the rule of succession (questions 3 of 3).
_CONFIDENCE_QUESTION = 0.8
_CONFIDENCE_DENIAL = 0.8  # the same (3 of 3)
_WHY_DENIAL = "What is denied in one account is stated as a fact in the other."
_QUESTION = re.compile(r"\b(?:whether|if)\b", re.IGNORECASE)
_ASKING = re.compile(
    r"\b(?:ask\w*|question\w*|inquir\w*|wonder\w*|quer(?:y|ied)|not (?:\w+ )?(?:known|clear|certain|sure)"
    r"|un(?:known|clear|certain)|examin\w*|investigat\w*|looking into)\b",
    re.IGNORECASE,
)
# What is denied is a claim if it is a clause, a deed in "-ing", or called a claim.
_CLAIM = re.compile(
    r"^that\b|^(?:ever )?\w+ing\b|^(?:\w+ ){0,2}(?:claim|allegation|accusation|report|suggestion|charge|rumou?r)s?\b|"
    r"\b(?:had|has|have|was|were|is|are|did)\b"
)
# Words that keep a claim from being asserted although nobody denies it.
_HELD_OFF = re.compile(
    r"\b(?:rul\w+ out|contest\w*|not true|alleg\w*|accus\w*|claim\w*|rumou?r\w*|suspect\w*|reportedly|whether|if|"
    r"den[iy]\w*|critics|contradict\w*|comment\w*|declin\w*|"
    r"reject\w*|dismiss\w*|disput\w*|refut\w*|rebut\w*|disavow\w*|repudiat\w*|untrue|false|wrong|lies?|lying|nonsense|absurd|would|question\w*|ask\w*)\b|\?",
    re.IGNORECASE,
)


def denials_turned(pair: Pair) -> list[Change]:
    """Claims that somebody denies in one account and that the other states, with the words of both."""
    found = [_stated(pair, link, each) for link, each in _denied(pair)]
    turned = [_stated(pair.turned(), link, each) for link, each in _denied(pair.turned())]
    mirrored = [(after, before) for before, after in filter(None, turned)]
    return [contrary(pair, spans, _WHY_DENIAL, _CONFIDENCE_DENIAL) for spans in (*filter(None, found), *mirrored)]


def _denied(pair: Pair) -> Iterable[tuple[Link, Statement]]:
    """Denials of the first whose passages are aligned with some of the second that hold nothing off."""
    for link in pair.links:
        if link.score >= _LEAST_SCORE and not _holds_off(pair.second, link.second_index):
            for statement in statements_in(pair.first, link.first_index):
                if statement.denies and _is_claim(statement) and cue_within(statement, link.first):
                    yield link, statement


def _is_claim(statement: Statement) -> bool:
    """Whether something is denied that can be stated, not a thing or a proposal turned down."""
    return bool(statement.content) and _CLAIM.search(statement.content[0].text) is not None


def _holds_off(of: Side, places: Sequence[int]) -> bool:
    """Whether a word of denial or doubt stands in the passages, or in the next, where a denial may follow."""
    near = [place for place in (*places, max(places) + 1) if place < len(of.passages)]
    spans = [of.passages[place].span for place in near]
    return any(_HELD_OFF.search(span.text) for span in spans) or any(_turns(word) for word in words_in(of, spans[:-1]))


def _turns(word: Token) -> bool:
    low = word.text.casefold().replace("’", "'")
    return low in words_of("negators") or low.endswith("n't")


def _stated(pair: Pair, link: Link, statement: Statement) -> tuple[Span, Span] | None:
    """The denial and the passage of the second that states what it denies; None where none does."""
    words = [word for word in words_in(pair.first, _denied_words(pair.first, link, statement)) if word.text != "ever"]
    claim = content_stems(words)
    if len(claim) < _LEAST_STEMS or sum(claim.values()) < _LEAST_WEIGHT:
        return None
    if _claimed_elsewhere(pair.first, statement, claim):
        return None
    deed = [word.stem for word in words if word.stem in claim and word.text.islower()][:_DEED]
    for span in link.second:
        kept = {word.stem for word in words_in(pair.second, [span])}
        if kept.issuperset(deed) and sum(claim[stem] for stem in claim if stem in kept) >= _STATED * sum(
            claim.values()
        ):
            pieces = sorted((*statement.source, *statement.cue, *statement.content))
            return cut(pair.first, pieces[0].start, pieces[-1].end), span
    return None


def _denied_words(of: Side, link: Link, statement: Statement) -> Sequence[Span]:
    """What is denied: the content, to the end of its passage where a name set off by a comma cuts it short."""
    last = statement.content[-1]
    passage = next((span for span in link.first if span.overlaps(last)), last)
    if re.match(r", [A-Z]", of.text[last.end : passage.end]):
        return (*statement.content[:-1], cut(of, last.start, passage.end))
    return statement.content


def _claimed_elsewhere(of: Side, statement: Statement, claim: Mapping[str, float]) -> bool:
    """Whether the account that denies it also makes the claim, in another passage: the other may have that one."""
    own = {
        passage.index
        for passage in of.passages
        if any(passage.span.overlaps(piece) for piece in (*statement.cue, *statement.content))
    }
    enough = _KEPT * sum(claim.values())
    return any(
        sum(claim[stem] for stem in claim if stem in stems) >= enough
        for place, stems in enumerate(of.stems)
        if place not in own
    )


def _holds_enough(kept: Sequence[Token], claim: Mapping[str, float]) -> bool:
    return sum(claim[stem] for stem in sorted({word.stem for word in kept})) >= _KEPT * sum(claim.values())


def questions(pair: Pair) -> list[Change]:
    """Reported questions of the first that the second asserts."""
    found = []
    for link in pair.links:
        if link.score < _LEAST_SCORE or any("?" in span.text or _QUESTION.search(span.text) for span in link.second):
            continue
        for span in link.first:
            match = _QUESTION.search(span.text)
            if match is None or not _ASKING.search(span.text[: match.start()]):
                continue
            change = _asserted(pair, link, cut(pair.first, span.start + match.start(), span.end))
            found.extend([change] if change is not None else [])
    return found


def _is_asked(words: Sequence[Token], asked: Set[str]) -> bool:
    """Whether a word of asking that is none of the question's own stands there."""
    return any(_ASKING.search(word.text) for word in words if word.stem not in asked)


def _asserted(pair: Pair, link: Link, question: Span) -> Change | None:
    asked = content_stems(words_in(pair.first, [question]))
    kept = [word for word in words_in(pair.second, link.second) if word.stem in asked]
    if len(asked) < _LEAST_STEMS or not _holds_enough(kept, asked):
        return None
    if _is_asked(words_in(pair.second, link.second), {word.stem for word in words_in(pair.first, [question])}):
        return None
    return Change(
        kind="meaning",
        severity=3,
        before=question,
        after=cut(pair.second, *_window(kept, asked)),
        between=pair.between,
        why="What is only asked in one account is stated as a fact in the other.",
        confidence=_CONFIDENCE_QUESTION,
    )


def _window(kept: Sequence[Token], asked: Mapping[str, float]) -> tuple[int, int]:
    """The shortest stretch of the kept words that holds enough of the question."""
    enough = _KEPT * sum(asked.values())
    found = []
    for first in range(len(kept)):
        held: dict[str, float] = {}
        for word in kept[first:]:
            held[word.stem] = asked[word.stem]
            if sum(held.values()) >= enough:
                found.append((word.end - kept[first].start, kept[first].start, word.end))
                break
    _, start, end = min(found)
    return start, end
