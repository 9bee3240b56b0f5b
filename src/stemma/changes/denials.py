"""Denials that an account leaves out although it makes the claim that is denied."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence

from stemma.changes.answers import answered, answers, is_judged, spoken_words
from stemma.changes.negation import is_negator
from stemma.changes.pairs import Pair
from stemma.changes.rejections import carries, denier, owes_none
from stemma.changes.sides import Side, content_stems, head, is_quoted, words_in
from stemma.changes.telling import is_said
from stemma.changes.wording import words_of
from stemma.records import Change, Span, Statement
from stemma.text.tokens import Token

__all__ = ["denials_absent"]

# The other account makes the denied claim if its headline and lead, or two neighbouring passages, hold this share of
# the claim's weight (chosen by eye: a rewriter keeps the names and the matter, not the verbs).
_MAKES = 0.5
# A claim that weighs less than this is too thin to be looked for; its sentence may still be seen to be cut out.
_LEAST_WEIGHT = 6.0
# A content lighter than this ("this", "the accusation") stands for a claim made before.
_THIN = 4.0
# So much of what stood beside a denial was kept where the denial alone was left out (chosen by eye).
_KEPT = 0.4
_KEPT_THIN = 0.8  # the same, where little stood beside it
# A rewrite that keeps this share of the passages had the denial before it (chosen by eye).
_MOST = 0.5
# From this similarity on the sentence that denies was kept (as for hedges).
_SAME_SENTENCE = 0.6
# A passage with a word of denial and this share of what was denied is that denial, reworded (chosen by eye).
_SAME_DENIAL = 0.5
_DENIAL = frozenset(
    {"deni", "denial", "reject", "dismiss", "disput", "refut", "refus", "contest", "contradict", "unaware"}
)
# After these a word of denial is the name of a matter ("ending a dispute").
_NOUN = re.compile(r"\b(?:an?|the|this|that) (?:dispute|denial|refusal|rejection|dismissal)s?\b", re.IGNORECASE)
# Who tells it otherwise denies what was told before.
_OTHERWISE = re.compile(
    r"\b(?:an?other|different) (?:version|account|story|tale)\b|\bon the contrary\b|\botherwise\b|\bnot guilty\b"
    r"|\binnocen\w+"
)
# Measured: the share right on edits made to order, by the rule of succession (76 of 77).
_CONFIDENCE = 0.97


def denials_absent(pair: Pair) -> list[Change]:
    """Denials of the first with no counterpart in the second, where the second makes the claim denied."""
    told = (each for each in pair.first.account.statements if each.cue and each.content)
    theirs = [
        content_stems(words_in(pair.second, (*other.content, *other.source)))
        for other in pair.second.account.statements
        if other.denies
    ]
    found = [
        _absent(pair, each)
        for each in told
        if ((_is_denial(each) and _is_absent(pair, each, theirs)) or (pair.kin and _is_unanswered(pair, each, theirs)))
        and not owes_none(pair, each)
    ]
    return found if pair.kin else found[:1]


def _is_denial(statement: Statement) -> bool:
    """Whether somebody denies something, and the word for it is no noun."""
    return statement.denies and not any(_NOUN.search(cue.text) for cue in statement.cue)


def _is_absent(pair: Pair, statement: Statement, theirs: Sequence[Mapping[str, float]]) -> bool:
    claim = content_stems(words_in(pair.first, statement.content))
    if sum(claim.values()) < _THIN:
        claim = {**answered(pair.first, statement), **claim}
    if pair.kin and _is_denied_near(pair, statement):
        return False
    if any(_alike(claim, other) for other in theirs) or _is_denied_in_words(pair, claim):
        return False
    if pair.kin and (_is_left_out_within(pair, statement) or _is_silenced(pair, statement)):
        return True
    owed = _cut_out(pair, statement)
    if sum(claim.values()) >= _LEAST_WEIGHT:
        made = _makes(pair.second, claim) if pair.kin else carries(pair.second, claim, statement, pair.first)
        owed = owed or made or _is_full_copy(pair)
    return owed and not _aligned_denial(pair, statement)


def _is_unanswered(pair: Pair, statement: Statement, theirs: Sequence[Mapping[str, float]]) -> bool:
    """Whether an answer to a claim was cut out of what was kept, and nothing near its place denies anything."""
    if not answers(pair.first, statement) or _is_denied_near(pair, statement):
        return False
    claim = content_stems(words_in(pair.first, statement.content))
    if any(_alike(claim, other) for other in theirs):
        return False
    return _cut_out(pair, statement) or _is_left_out_within(pair, statement)


def _is_left_out_within(pair: Pair, statement: Statement) -> bool:
    """Whether what stood with the denial was kept, in counterparts that deny nothing."""
    links = (link for link in pair.links if any(statement.cue[0].overlaps(span) for span in link.first))
    link = next((link for link in links if link.score >= _SAME_SENTENCE), None)
    if link is None or any(_denies_there(pair.second, place) for place in link.second_index):
        return False
    pieces = (*statement.source, *statement.cue, *statement.content)
    rest = content_stems(word for word in words_in(pair.first, link.first) if not _is_within(word, pieces))
    there = {stem for place in link.second_index for stem in pair.second.stems[place]}
    whole = sum(rest.values())
    needed = _KEPT if whole >= _LEAST_WEIGHT else _KEPT_THIN
    return whole >= _THIN and sum(told for stem, told in rest.items() if stem in there) >= needed * whole


def _is_within(word: Token, pieces: Iterable[Span]) -> bool:
    return any(piece.start <= word.start < piece.end for piece in pieces)


def _alike(claim: Mapping[str, float], other: Mapping[str, float]) -> bool:
    shared = sum(weight for stem, weight in claim.items() if stem in other)
    return shared > 0 and shared >= 0.3 * sum(claim.values())  # a third of the matter, as in aligned passages


def _is_denied_in_words(pair: Pair, told: Mapping[str, float]) -> bool:
    """Whether a passage of the second has a word of denial and much of what was denied."""
    return bool(told) and any(
        sum(told[stem] for stem in told if stem in pair.second.stems[passage.index])
        >= _SAME_DENIAL * sum(told.values())
        and (
            "turned down" in passage.span.text
            or any(word.stem in _DENIAL for word in words_in(pair.second, [passage.span]))
        )
        for passage in pair.second.passages
    )


def _aligned_denial(pair: Pair, statement: Statement) -> bool:
    """Whether the passage beside the denial denies something too."""
    for link in pair.links:
        if not any(piece.overlaps(span) for piece in statement.cue for span in link.first):
            continue
        if link.score >= _SAME_SENTENCE and len(link.first_index) == 1:
            return True  # whatever became of the denial, its sentence is there
        if any(
            other.denies and any(piece.overlaps(span) for piece in other.cue for span in link.second)
            for other in pair.second.account.statements
        ):
            return True
        if any(_denies(word) for place in link.second_index for word in spoken_words(pair.second, place)):
            return True
    return _is_beside(pair, statement)


def _denies(word: Token) -> bool:
    return word.stem in _DENIAL or is_negator(word) or word.text.casefold() in words_of("carriers")


def _is_denied_near(pair: Pair, statement: Statement) -> bool:
    """Whether, between the counterparts of what stands before and after, the second denies something of its own."""
    own = _places_of(pair.first, statement.cue)
    told = content_stems(words_in(pair.first, (*statement.source, *statement.content)))
    return any(
        _denies_there(pair.second, place)
        and (_is_spoken(pair.second.passages[place].span.text) or told.keys() & pair.second.stems[place].keys())
        and not any(_denies_there(pair.first, other) for other in _linked(pair, place) - set(own))
        for place in _region(pair, own)
    )


def _places_of(of: Side, pieces: Iterable[Span]) -> list[int]:
    """The passages that the pieces touch, in order."""
    found: set[int] = set()
    for piece in pieces:
        first = bisect_right(of.passages, piece.start, key=lambda each: each.span.end)
        after = bisect_left(of.passages, piece.end, key=lambda each: each.span.start)
        found.update(of.passages[place].index for place in range(first, after))
    return sorted(found)


def _linked(pair: Pair, place: int) -> set[int]:
    """The passages of the first that are laid beside this one of the second."""
    return {other for link in pair.links if place in link.second_index for other in link.first_index}


def _is_spoken(text: str) -> bool:
    return is_said(text) or _OTHERWISE.search(text) is not None


def _denies_there(of: Side, place: int) -> bool:
    text = of.passages[place].span.text
    otherwise = _OTHERWISE.search(text) is not None or is_judged(text)
    return otherwise or any(word.stem in _DENIAL or is_negator(word) for word in spoken_words(of, place))


def _is_silenced(pair: Pair, statement: Statement) -> bool:
    """Whether in the denial's own sentence the second has that somebody would not comment."""
    links = (link for link in pair.links if any(statement.cue[0].overlaps(span) for span in link.first))
    return any(
        link.score >= _SAME_SENTENCE
        and len(link.first_index) == 1
        and any(len(spoken_words(pair.second, at)) < len(_unquoted(pair.second, at)) for at in link.second_index)
        for link in links
    )


def _unquoted(of: Side, place: int) -> list[Token]:
    return [word for word in words_in(of, [of.passages[place].span]) if not is_quoted(of, word.start)]


def _region(pair: Pair, own: list[int]) -> range:
    """The places in the second from the counterpart of what stands before these passages to that of what follows."""
    if not own:
        return range(0)
    before = [place for link in pair.links for place in link.second_index if max(link.first_index) == min(own) - 1]
    after = [place for link in pair.links for place in link.second_index if min(link.first_index) == max(own) + 1]
    if not before and not after:
        return range(0)
    low = min(before) if before else min(after) - 2
    return range(max(0, low), min(len(pair.second.passages), (max(after) if after else max(before) + 2) + 1))


def _is_beside(pair: Pair, statement: Statement) -> bool:
    """Whether a word of denial stands in the counterpart of a passage next to the denial, and not in that passage."""
    own = [each.index for each in pair.first.passages if any(each.span.overlaps(piece) for piece in statement.cue)]
    near = {place + step for place in own for step in (-1, 1)} - set(own)
    return any(
        any(word.stem in _DENIAL for word in words_in(pair.second, link.second))
        and not any(word.stem in _DENIAL for word in words_in(pair.first, link.first))
        for link in pair.links
        if near & set(link.first_index)
    )


def _cut_out(pair: Pair, statement: Statement) -> bool:
    """Whether a full copy keeps the passages on either side of the denial, and neither it nor what goes with it."""
    if not pair.kin or pair.operation in {"abridgement", "citation"}:
        return False
    places = {
        passage.index
        for passage in pair.first.passages
        if any(passage.span.overlaps(piece) for piece in (*statement.cue, *statement.content))
    }
    linked = {place for link in pair.links for place in link.first_index} | {len(pair.first.passages)}
    if not places or places & linked:
        return False
    before, after = min(places) - 1, max(places) + 1
    return _is_kept(linked, before, -1) and _is_kept(linked, after, 1)


def _is_kept(linked: set[int], place: int, step: int) -> bool:
    """Whether the passage there was kept, or the one behind it: a denial goes with the quotation beside it."""
    return place in linked or place + step in linked


def _is_full_copy(pair: Pair) -> bool:
    """Whether the second was not meant to be shorter and keeps most of the first."""
    if not pair.kin or pair.operation in {"abridgement", "citation"}:
        return False
    linked = {place for link in pair.links for place in link.first_index}
    return len(linked) >= _MOST * len(pair.first.passages)


def _makes(second: Side, claim: dict[str, float]) -> bool:
    windows = [[passage.index for passage in head(second)]]
    windows.extend([place, place + 1] for place in range(len(second.stems) - 1))
    enough = _MAKES * sum(claim.values())
    return any(
        sum(told for stem, told in claim.items() if any(stem in second.stems[place] for place in window)) >= enough
        for window in windows
    )


def _absent(pair: Pair, statement: Statement) -> Change:
    pieces = sorted((*statement.source, *statement.cue, *statement.content))
    article = pair.first.account.witness.article
    before = article.span(pieces[0].start, pieces[-1].end)
    return Change(
        kind="denial_absent",
        severity=2,
        before=before,
        after=None,
        between=pair.between,
        why=f"One account tells that {denier(statement)} denied this; the other leaves it out.",
        confidence=_CONFIDENCE,
    )
