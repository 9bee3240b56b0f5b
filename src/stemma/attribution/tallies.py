"""Attribution of a number: "put the toll at 31", "counted 12 dead", "by the union's count"."""

from functools import cache

from stemma.attribution import contents
from stemma.attribution.draft import Draft, Range
from stemma.attribution.grammar import lexicon
from stemma.attribution.sources import source_after
from stemma.attribution.subjects import source_before
from stemma.attribution.units import Word, lows
from stemma.lexicon import table

__all__ = ["tallies"]

# Between the verb and its preposition stands a noun phrase of at most so many words (chosen by eye).
_PHRASE = 9
# A toll is its event's, not its counter's ("the storm's toll of the dead"); an estimate may be a year's.
_BORNE = frozenset({"toll", "figures"})
_SPANS = frozenset({"year", "month", "week", "day", "quarter", "season", "decade", "century", "morning", "night"})


def tallies(words: tuple[Word, ...]) -> list[Draft]:
    """Who is said to have reckoned a number, by place."""
    telling = _telling()
    if telling.isdisjoint(lows(words)):
        return []
    places = [at for at, word in enumerate(words) if word.low in telling and 0 < at < len(words) - 1]
    verbs = [_reckoned(words, at) for at in places if words[at].low in _reckoning()]
    nouns = [_by_count(words, at) for at in places if words[at].low in _list("nouns")]
    return [draft for draft in (*verbs, *nouns) if draft is not None]


def _reckoned(words: tuple[Word, ...], at: int) -> Draft | None:
    """ "The ministry put the toll at 31", "the ministry counted 31 dead", "the toll was put at 31 by the ministry"."""
    low = words[at].low
    if low in _list("counting"):
        number = at + 1 if _is_number(words, at + 1) else None
    else:
        number = _reckoned_size(words, at)
        if number is None and words[at - 1].low in lexicon("be") and _is_number(words, at + 2):
            return _passive(words, at) if words[at + 1].low in {"at", "as"} and low in _list("at") else None
    source = source_before(words, _before_auxiliaries(words, at)) if number is not None else None
    if number is None or source is None or (source[0] == source[1] and _is_bare(words[source[0]], low)):
        return None
    return Draft("tally", low, (at, at), source, ((at + 1, _phrase_end(words, number)),))


def _is_bare(word: Word, verb: str) -> bool:
    """Whether the word alone names nobody, or only somebody who looks on ("he counted three boats")."""
    return word.low in lexicon("determiners") or (verb in _list("counting") and word.low in lexicon("subject_pronouns"))


def _passive(words: tuple[Word, ...], at: int) -> Draft | None:
    by = next((place for place in range(at + 3, min(at + 10, len(words) - 1)) if words[place].low == "by"), None)
    source = source_after(words, by + 1, inverted=False) if by is not None else None
    subject = source_before(words, at - 1)
    if by is None or source is None or subject is None:
        return None
    if not any(word.low in _list("sizes") for word in words[subject[0] : subject[1] + 1]):
        return None
    return Draft("tally", words[at].low, (at, at), source, (subject, (at + 1, by - 1)))


def _phrase_end(words: tuple[Word, ...], number: int) -> int:
    """Last word of what is reckoned: up to a mark, a verb or another clause."""
    last = number
    while last + 1 < len(words) and words[last + 1].kind == "word" and not _ends(words, last + 1):
        last += 1
    return last


def _ends(words: tuple[Word, ...], at: int) -> bool:
    low = words[at].low
    return (
        low in lexicon("clause_openers") - {"than", "or"} or low in lexicon("auxiliaries") or low in {"and", "in", "on"}
    )


def _reckoned_size(words: tuple[Word, ...], at: int) -> int | None:
    """Place of the number that a verb of reckoning states, where what it reckons is a size."""
    low = words[at].low
    prepositions = [name for name in ("at", "as") if low in _list(name)]
    if not prepositions:
        return None
    sizes = _list("counts") if low in {"set", "sets", "recorded", "records", "reported"} else _list("sizes")
    for place in range(at + 2, min(at + 2 + _PHRASE, len(words) - 1)):
        if words[place].kind != "word":
            return None
        if words[place].low in prepositions and _is_number(words, place + 1):
            named = any(word.low in sizes for word in words[at + 1 : place])
            return place + 1 if named else None
    return None


def _before_auxiliaries(words: tuple[Word, ...], at: int) -> int:
    while at > 1 and words[at - 1].low in {"had", "has", "have", "also", "later", "first", "earlier", "then"}:
        at -= 1
    return at


def _by_count(words: tuple[Word, ...], at: int) -> Draft | None:
    """ "By the union's count, 400 walked out"; "the union's estimate of 400"; "by the count of the union, ..."."""
    if words[at].low not in _list("nouns"):
        return None
    if not words[at - 1].low.endswith(("'s", "’s", "s'", "s’")):
        return _by_count_of(words, at)
    by = max((place for place in range(max(0, at - 8), at) if words[place].low == "by"), default=None)
    if by is not None and all(word.kind == "word" for word in words[by:at]):
        content = _beside(words, by, at)
        return Draft("tally", "count", (by, by), (by + 1, at - 1), (content,)) if content is not None else None
    if words[at + 1].low == "of" and _is_number(words, at + 2):
        source = source_before(words, at)
        content = (at + 2, _phrase_end(words, at + 2))
        return Draft("tally", "count", (at, at + 1), source, (content,)) if source is not None else None
    return _estimated(words, at)


def _by_count_of(words: tuple[Word, ...], at: int) -> Draft | None:
    """ "By the count of the union, 400 walked out"."""
    if (
        at < 2
        or words[at].low in _BORNE
        or [words[at - 2].low, words[at - 1].low, words[at + 1].low] != ["by", "the", "of"]
    ):
        return None
    source = source_after(words, at + 2, inverted=False)
    content = _beside(words, at - 2, source[1]) if source is not None and source[1] + 1 < len(words) else None
    return Draft("tally", "count", (at - 2, at + 1), source, (content,)) if content is not None else None


def _estimated(words: tuple[Word, ...], at: int) -> Draft | None:
    """ "The union's estimate of the dead was 31"."""
    owner = words[at - 1].low.replace("’", "'").removesuffix("'s")
    timed = owner in _SPANS | lexicon("weekdays") | lexicon("times") | lexicon("months")
    if words[at + 1].low != "of" or words[at].low in _BORNE or timed:
        return None
    reach = range(at + 3, min(at + 2 + _PHRASE, len(words) - 1))
    be = next((place for place in reach if words[place].low in lexicon("be")), None)
    source = source_before(words, at)
    if be is None or source is None or not _is_number(words, be + 1):
        return None
    if any(word.kind != "word" for word in words[at + 2 : be]):
        return None
    return Draft("tally", "count", (at, at + 1), source, ((at + 2, _phrase_end(words, be + 1)),))


def _beside(words: tuple[Word, ...], by: int, at: int) -> Range | None:
    """What stands after the phrase at the head of a clause, or before it in its clause."""
    opens = by == 0 or words[by - 1].text == ";" or words[by - 1].low in {"and", "but", "while", "though"}
    comma = words[at + 1].text == ","
    if opens or (words[by - 1].text == "," and words[at + 1].kind == "word"):
        return contents.after(words, at + 1 + comma, []) if comma or words[at + 1].kind == "word" else None
    return contents.fronted(words, by)


def _is_number(words: tuple[Word, ...], at: int) -> bool:
    """Whether a number begins here, or a word that leaves it open and then a number."""
    while at < len(words) and words[at].low in _list("approximate"):
        at += 1
    if at >= len(words):
        return False
    low = words[at].low
    return low.lstrip("$£€")[:1].isdigit() or low in _numerals() or low in _list("vague")


@cache
def _reckoning() -> frozenset[str]:
    return _list("at") | _list("as") | _list("counting")


@cache
def _telling() -> frozenset[str]:
    return _reckoning() | _list("nouns")


@cache
def _list(kind: str) -> frozenset[str]:
    return frozenset(str(table("tallies")[kind]).split())


@cache
def _numerals() -> frozenset[str]:
    numbers = table("numbers")
    return frozenset(word for kind in ("small", "tens") for word in numbers.get(kind, {}))
