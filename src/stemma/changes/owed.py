"""Whether an account owes what it states to a source in other words than those of saying."""

import re
from collections.abc import Iterable, Sequence

from stemma.changes.links import Link
from stemma.changes.negation import negated
from stemma.changes.pairs import Pair
from stemma.changes.sides import Side, content_stems, weight, words_in
from stemma.changes.telling import is_said
from stemma.records import Statement
from stemma.text.tokens import Token, tokens

__all__ = ["is_owed"]

# Between somebody and what they are said to do stand at most this many words of grammar and description.
_NEAR = 4
# Nobody's name is known: one word of "two people with knowledge of the records" is no sign of them, two are.
_UNNAMED = 2
# Who speaks of what was done to or by himself ("parents said they had paid") is owed nothing where the claim is made of
# him ("parents paid"); what he means to do is his to tell.
_OF_ITSELF = re.compile(
    r"(?:that )?(?:he|she|they|it) (?:had|has|have|was|were|did)\b(?! (?:not|willing|ready|prepared))", re.IGNORECASE
)
# What the source can do or means to do is its own to tell, and no less where it is told of it.
_ITS_OWN = re.compile(
    r"(?:that )?(?:he|she|they|it) (?:could|can|does|do|intend\w*|plan\w*|hope\w*|want\w*|wish\w*|knows?|knew"
    r"|believe\w*|felt|feels?|regret\w*|welcome\w*|support\w*|expect\w*|fear\w*|doubt\w*)\b",
    re.IGNORECASE,
)
# A sentence that says of the one before whose word it was ("That is the result of the institute").
_SUMMED_UP = re.compile(r"\W*(?:That|This|So|Such|These)\b")
# These put what follows or comes before down to somebody ("by the chief's count").
_OPENING = frozenset({"by", "in", "per", "to", "from"})


def is_owed(pair: Pair, link: Link, statement: Statement) -> bool:
    """Whether the second names the source beside the claim, or says the contrary of it.

    "By the chief's count", "the chief put it at", "in her telling": wherever the source stands in the passage, and is
    not itself what the claim is about, or in a passage next to it that the first has not, or in a headline that
    attributes.
    """
    told = negated(pair.first, words_in(pair.first, statement.content))
    if bool(told) != bool(negated(pair.second, words_in(pair.second, link.second))):
        return True
    content = content_stems(words_in(pair.first, statement.content))
    wanted = _source_stems(pair.first, statement) - content.keys()
    if not wanted:
        return False
    return (
        (
            _is_told_by_itself(pair, link, statement, wanted)
            or (
                not _OF_ITSELF.match(statement.content[0].text)
                and _is_beside(words_in(pair.second, link.second), wanted, content.keys())
            )
        )
        or _is_next(pair, link, wanted, 1 if statement.speaker is not None else _UNNAMED)
        or _is_in_headline(pair.second, wanted, 1 if statement.speaker is not None else min(_UNNAMED, len(wanted)))
    )


def _is_told_by_itself(pair: Pair, link: Link, statement: Statement, wanted: set[str]) -> bool:
    """Whether what the source says of its own mind is told of it by name."""
    there = {word.stem for word in words_in(pair.second, link.second)}
    return _ITS_OWN.match(statement.content[0].text) is not None and bool(wanted & there)


def _source_stems(of: Side, statement: Statement) -> set[str]:
    named = {word.stem for word in tokens(statement.speaker)} if statement.speaker is not None else set()
    return {stem for stem in named if len(stem) > 1} | set(content_stems(words_in(of, statement.source)))


def _is_beside(words: Sequence[Token], wanted: set[str], content: Iterable[str]) -> bool:
    """Whether the source stands there and does something else than the claim says of it."""
    places = [place for place, word in enumerate(words) if word.stem in wanted]
    if not places:
        return False
    following = [word for word in words[max(places) + 1 : max(places) + 1 + _NEAR] if weight(word) > 0]
    opens = {word.text.casefold() for word in words[max(0, min(places) - 2) : min(places)]}
    return bool(opens & _OPENING) or not following or following[0].stem not in set(content)


def _is_next(pair: Pair, link: Link, wanted: set[str], least: int) -> bool:
    """Whether a passage next to these names the source, by so many words, where the first's beside it do not."""
    near = {min(link.second_index) - 1, max(link.second_index) + 1}
    for place in sorted(near & set(range(len(pair.second.passages)))):
        if pair.second.passages[place].role != "body" or len(wanted & pair.second.stems[place].keys()) < least:
            continue
        if _SUMMED_UP.match(pair.second.passages[place].span.text):
            return True
        beside = [first for other in pair.links if place in other.second_index for first in other.first_index]
        if not any(wanted & pair.first.stems[first].keys() for first in beside):
            return True
    return False


def _is_in_headline(of: Side, wanted: set[str], least: int) -> bool:
    heads = [passage for passage in of.passages if passage.role != "body"]
    return any(
        len(wanted & of.stems[passage.index].keys()) >= least
        and (is_said(passage.span.text) or ":" in passage.span.text)
        for passage in heads
    )
