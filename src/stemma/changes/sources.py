"""Whether two sources that are described, not named, can be the same people."""

from functools import cache

from stemma.changes.links import Link
from stemma.changes.pairs import Pair
from stemma.changes.sides import Side, weight, words_in
from stemma.lexicon import table
from stemma.records import Span, Statement
from stemma.text.tokens import Token, stem

__all__ = ["bodies", "told_apart"]

# Described sources are compared only in passages aligned so well: elsewhere two bodies may both have said it.
_SAME_SENTENCE = 0.3
# Words that begin alike are forms of one ("minister", "ministry").
_FORMS = 5
_PRONOUNS = frozenset("it them him her his its their that this".split())
_CLAUSE = frozenset("they he she we who which whose".split())
_OF = frozenset({"of", "at", "for", "from", "with", "in", "by"})


def told_apart(pair: Pair, link: Link, ours: Statement, theirs: Statement) -> bool:
    """Whether the sources of nearly one sentence are two bodies, or somebody unnamed and a person known otherwise."""
    if link.score < _SAME_SENTENCE or link.kind == "quoting":
        return False
    left, right = _itself(words_in(pair.first, ours.source[:1])), _itself(words_in(pair.second, theirs.source[:1]))
    if (
        not left
        or not right
        or _stand_in(pair.second, link.second, left, theirs)
        or _stand_in(pair.first, link.first, right, ours)
    ):
        return False
    ours_told, theirs_told = ({word.stem for word in words if weight(word) > 0} for words in (left, right))
    if ours_told and theirs_told and (ours_told <= theirs_told or theirs_told <= ours_told):
        return False  # "an internal report", "an internal report seen by the paper"
    if any(word.text in _PRONOUNS for word in (*left, *right)) and _sorts(left) & _sorts(right):
        return False  # "a lawyer with ties to it"
    if _heads_in(left) and _heads_in(right):
        return _two_bodies(left, right)
    return _becomes_known(pair, left, theirs) or _becomes_known(pair, right, ours)


def _itself(words: list[Token]) -> list[Token]:
    """The words of the source before a clause about it ("the police, they came", "the board, which met")."""
    ends = (at for at, word in enumerate(words) if word.text in _CLAUSE)
    return words[: next(ends, len(words))]


def _two_bodies(left: list[Token], right: list[Token]) -> bool:
    """Two bodies of different sorts, or of one sort with different descriptions."""
    heads, others = _heads_in(left), _heads_in(right)
    if _never_one(heads, others) or _never_one(others, heads):
        return True
    telling, telling_others = _telling(left), _telling(right)
    if _kin_heads(heads, others):
        if bool(_names(left)) != bool(_names(right)):  # "Prosecutor Orr" may speak for "the prosecution in Ostra"
            telling, telling_others = telling - _names(left), telling_others - _names(right)
        return bool(telling and telling_others) and not _alike(telling, telling_others)
    if heads <= _words("generic") or others <= _words("generic"):
        plain, plain_others = not telling and not heads & _alone(), not telling_others and not others & _alone()
        both = (heads | others) <= _words("generic")
        return not plain and not plain_others and not both and not _alike(telling, telling_others)
    if bool(heads & _words("single")) != bool(others & _words("single")):  # the police are never the ministry
        return True
    bare = (not telling and not heads & _alone()) or (not telling_others and not others & _alone())
    return not bare and not _alike(telling - _names(left), telling_others - _names(right))


def _never_one(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether one is a firm and the other a public body, or one a city or county and the other an institution."""
    return any(
        one <= _words(key) and bool(other & _words(against)) and not other & _words(key)
        for key, against in (("firms", "public"), ("territories", "institutions"))
    )


def _becomes_known(pair: Pair, words: list[Token], other: Statement) -> bool:
    """Whether the one side speaks of "a person", and the other of somebody whom the first account names elsewhere."""
    if words[0].text.casefold() not in {"a", "an"} or any(word.text[0].isupper() for word in words[1:]):
        return False
    source = other.source[0]
    holder = pair.first if source.article == pair.first.id else pair.second
    other_side = pair.second if holder is pair.first else pair.first
    named = [name for name in holder.names if source.start <= name.start < source.end]
    if len(named) != 1:
        return False
    last = named[0].words[-1]
    return any(name.words[-1] == last for name in other_side.names)


def _heads_in(words: list[Token]) -> frozenset[str]:
    """What sort of body is meant, or else what sort of person."""
    stems = frozenset(word.stem for word in words)
    return stems & _words("heads") or stems & _words("roles")


def _sorts(words: list[Token]) -> frozenset[str]:
    return frozenset(word.stem for word in words) & (_words("heads") | _words("roles"))


def bodies() -> frozenset[str]:
    """Stems of the nouns for bodies that speak."""
    return _words("heads")


def _alone() -> frozenset[str]:
    """Sorts of which one is meant without more words."""
    return _words("single") | _words("roles")


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(stem(word) for word in str(table("confusable_bodies")[key]).split())


@cache
def _groups(key: str) -> tuple[frozenset[str], ...]:
    lines = table("confusable_bodies")[key]
    return tuple(frozenset(stem(word) for word in str(line).split()) for line in lines)


def _kin_heads(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one & other) or any(one & group and other & group for group in _groups("groups"))


def _telling(words: list[Token]) -> frozenset[str]:
    """Stems that tell the body apart from others of its sort."""
    plain = _words("plain") | _words("persons") | _heads_in(words)
    body = _body(words)
    return frozenset(word.stem for word in body if word.stem not in plain and weight(word) > 0)


def _body(words: list[Token]) -> list[Token]:
    """The words that describe the body, without the person who speaks for it ("an expert of the …")."""
    for place, word in enumerate(words):
        before = frozenset(each.stem for each in words[:place])
        if word.text in _OF and before & (_words("persons") | _words("roles")) and not before & _words("heads"):
            rest = words[place + 1 :]
            return rest if _heads_in(rest) & _words("heads") else words
    return words


def _names(words: list[Token]) -> frozenset[str]:
    return frozenset(word.stem for word in words[1:] if word.text[0].isupper())


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    return any(left[:_FORMS] == right[:_FORMS] for left in one for right in other) or any(
        one & group and other & group for group in _groups("alike")
    )


def _stand_in(of: Side, spans: tuple[Span, ...], source: list[Token], but: Statement) -> bool:
    """Whether what the one source is told by stands in the other's sentence beside its own source: both may speak."""
    wanted = _telling(source) | _heads_in(source)
    return bool(wanted) and wanted <= {
        word.stem for word in words_in(of, spans) if not but.source[0].start <= word.start < but.source[0].end
    }
