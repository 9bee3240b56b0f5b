"""Denials in other words than those of denying, and what was denied where the denial itself does not say."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from stemma.changes.negation import negated
from stemma.changes.sides import Side, content_stems, is_quoted, statements_in, words_in
from stemma.changes.telling import tells
from stemma.records import Statement
from stemma.text.tokens import Token

__all__ = ["answered", "answers", "is_judged", "spoken_words"]

# Who calls what was said so denies it.
_JUDGED = re.compile(
    r"\b(?:absurd|nonsense|nonsensical|ridiculous|ludicrous|laughable|preposterous|outrageous|false|falsehoods?|untrue|wrong"
    r"|lies?|slander\w*|smears?|baseless|unfounded|groundless|unjustified|unwarranted|incorrect|inaccurate|mistaken"
    r"|misleading|inventions?|invented|fabricat\w+|fictions?|fictitious|fantas(?:y|ies)|figments?|myths?|hoax|rubbish|defamat\w+"
    r"|unsubstantiated|without (?:any )?(?:foundation|basis|substance)|no (?:truth|substance|basis)"
    r"|not (?:true|correct|so)|made up)\b",
    re.IGNORECASE,
)
_CALLING = frozenset("call calls called describe describes described brand brands branded dub dubs dubbed".split())
_CLAIMING = re.compile(r"\b(?:accus|alleg|blam|charg|suspect|claim|complain|critici)\w*", re.IGNORECASE)
# An answer stands in the sentence of the claim or so many after it.
_AFTER = 2
# A word in common that is so rare binds an answer to its claim (the weight of a word of everyday news).
_TELLING = 2.0
# Who says nothing denies nothing.
_SILENT = re.compile(
    r"\b(?:declin|refus|would not|did not|does not|had no|has no|have no|there was no|without|no)\w*\b"
    r"[^.;:]{0,30}?\bcomment\w*",
    re.IGNORECASE,
)


def answers(of: Side, statement: Statement) -> bool:
    """Whether the statement says of a claim made right before it that it is not so, without a word of denying."""
    if statement.denies or statement.declined or statement.asks or not statement.source or not statement.content:
        return False
    cue = {word for piece in statement.cue for word in piece.text.casefold().split()}
    text = " ".join(piece.text for piece in statement.content)
    denied = (
        is_judged(text) if cue & _CALLING else tells(statement) and bool(negated(of, words_in(of, statement.content)))
    )
    return denied and any(_is_of_claim(of, statement, claim) for claim in _claims_before(of, statement))


def is_judged(text: str) -> bool:
    """Whether the text has a word for what is not true."""
    return _JUDGED.search(text) is not None


def answered(of: Side, statement: Statement) -> dict[str, float]:
    """The telling stems of the claim made before the statement, which "this" and "the charge" stand for."""
    claim = next(_claims_before(of, statement), None)
    if claim is not None:
        return content_stems(words_in(of, claim.content))
    place = _place(of, statement)
    return dict(of.stems[place - 1]) if place > 0 else {}


def spoken_words(of: Side, place: int) -> list[Token]:
    """The words of a passage outside quotation marks and outside a refusal to comment."""
    span = of.passages[place].span
    silent = [(span.start + found.start(), span.start + found.end()) for found in _SILENT.finditer(span.text)]
    return [
        word
        for word in words_in(of, [span])
        if not is_quoted(of, word.start) and not any(start <= word.start < end for start, end in silent)
    ]


def _place(of: Side, statement: Statement) -> int:
    cue = min(piece.start for piece in statement.cue)
    return min(bisect_right(of.passages, cue, key=lambda each: each.span.end), len(of.passages) - 1)


def _claims_before(of: Side, statement: Statement) -> Iterator[Statement]:
    """Claims and accusations by others in the passage and the few before, the nearest first."""
    place = _place(of, statement)
    start = min(piece.start for piece in statement.cue)
    near = statements_in(of, range(max(0, place - _AFTER), place + 1))
    before = [each for each in near if each.cue and each.cue[0].start < start and each.source != statement.source]
    for each in sorted(before, key=lambda entry: -entry.cue[0].start):
        if each.content and any(_CLAIMING.match(cue.text) for cue in each.cue):
            yield each


def _is_of_claim(of: Side, statement: Statement, claim: Statement) -> bool:
    """Whether they have a telling word in common, or a word that stands for the claim takes it up."""
    words = words_in(of, statement.content)
    if any(word.text.casefold() in {"this", "that", "it"} for word in words[-2:]):
        return True
    told = content_stems(words_in(of, claim.content))
    return any(weight >= _TELLING for stem, weight in content_stems(words).items() if stem in told)
