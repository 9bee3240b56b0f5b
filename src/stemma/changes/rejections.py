"""Accounts that owe no denial: they turn the claim down in other words, or are older than the denial."""

import re
from collections.abc import Mapping

from stemma.changes.negation import is_negator
from stemma.changes.pairs import Pair
from stemma.changes.sides import Side, content_stems, is_quoted, words_in
from stemma.records import Statement
from stemma.text.clock import before
from stemma.text.tokens import Token, tokens

__all__ = ["carries", "denier", "owes_none"]

_TURNED_DOWN = (
    r"(?:den(?:y|ies|ied|ying)|reject\w*|dismiss\w*|disput\w*|refut\w*|rebut\w*|contest\w*|brush\w* (?:off|aside))"
)
_CALLED = r"(?:call|describ|brand|label|dubb)\w*"
_ALL = r"(?:(?:all|any|both|every|each|the|this|that|these|those|such|her|his|its|their|of) ){0,4}"
_CLAIM = (
    r"(?:it|this|that|them|charge|accusation|claim|allegation|report|suggestion|assertion|rumou?r|stor(?:y|ie)"
    r"|account|wrongdoing)s?\b"
)
# What is turned down or called names is the claim as a whole, whichever it is.
_AT_LARGE = re.compile(rf"\b(?:{_TURNED_DOWN}|{_CALLED}) {_ALL}{_CLAIM}", re.IGNORECASE)
# Of two origins an account carries a claim only where one or two passages have so much of its weight, and so much of
# what is no name: reports of one event share the names and the setting whatever they claim (chosen by eye).
_CARRIED = 0.5
_CARRIED_DEED = 0.5
# "Reports that", "claims that": what is claimed follows.
_REPORTS = re.compile(r"^(?:[\w-]+ ){0,3}(?:report|claim|allegation|accusation|suggestion|charge|rumou?r)s? that\b")
_PRONOUNS = frozenset("he she they it".split())


def owes_none(pair: Pair, statement: Statement) -> bool:
    """Whether the second turns the claim down at large, or, of another origin, is older or denies by the same voice."""
    if _is_turned_down(pair, statement):
        return True
    first, second = (side.account.witness.article.published for side in (pair.first, pair.second))
    if not (pair.copy or pair.siblings) and before(second, first):
        return True
    return not pair.kin and _is_denied_by_same(pair, statement)


def _is_turned_down(pair: Pair, statement: Statement) -> bool:
    """Whether a passage of the second turns "the charge" down, and is no counterpart of another that does so."""
    own = {each.index for each in pair.first.passages if any(each.span.overlaps(cue) for cue in statement.cue)}
    return any(
        _turns_down(pair.second, place)
        and not any(
            _turns_down(pair.first, other) or any(told.denies for told in pair.first.told.get(other, ()))
            for link in pair.links
            if place in link.second_index
            for other in set(link.first_index) - own
        )
        for place in range(len(pair.second.passages))
    )


def _turns_down(of: Side, place: int) -> bool:
    span = of.passages[place].span
    return any(not is_quoted(of, span.start + found.start()) for found in _AT_LARGE.finditer(span.text))


def _is_denied_by_same(pair: Pair, statement: Statement) -> bool:
    """Whether the one who denies says in the second of anything that it is not so."""
    wanted = _names(pair.first, statement)
    return bool(wanted) and any(
        wanted & _names(pair.second, other)
        and (other.denies or any(is_negator(word) for word in words_in(pair.second, other.content)))
        for other in pair.second.account.statements
    )


def _names(of: Side, statement: Statement) -> set[str]:
    """Stems of the names that the source is known by."""
    told: list[Token] = [word for word in words_in(of, statement.source) if word.text[0].isupper()]
    told.extend(tokens(statement.speaker) if statement.speaker is not None else ())
    return {word.stem for word in told if len(word.text) > 2} & content_stems(told).keys()


def carries(of: Side, claim: Mapping[str, float], statement: Statement, told: Side) -> bool:
    """Whether two neighbouring passages of an account of another origin make the claim denied, its deed included."""
    words = [word for word in words_in(told, statement.content) if word.text[0].islower()]
    lead = _REPORTS.match(" ".join(piece.text for piece in statement.content))
    skipped = {word.stem for word in tokens(lead.group())} if lead is not None else set[str]()
    deed = {stem: weight for stem, weight in content_stems(words).items() if stem not in skipped}
    whole = {stem: weight for stem, weight in claim.items() if stem not in skipped}
    return any(
        _share(whole, window) >= _CARRIED and (not deed or _share(deed, window) >= _CARRIED_DEED)
        for place in range(len(of.stems))
        for window in [{stem for near in of.stems[place : place + 2] for stem in near}]
    )


def _share(claim: Mapping[str, float], there: set[str]) -> float:
    return sum(claim[stem] for stem in claim if stem in there) / (sum(claim.values()) or 1.0)


def denier(statement: Statement) -> str:
    """Who denied it: the person that a pronoun stands for, where that is known."""
    if not statement.source:
        return "somebody"
    source = statement.source[0].text
    known = statement.speaker if source.casefold() in _PRONOUNS else None
    return f"“{known or source.rstrip(',')}”"
