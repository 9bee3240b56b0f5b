"""The noun phrase that is the subject of a verb, read leftwards from it."""

from stemma.attribution.grammar import forms, is_clause_verb, is_name, lexicon
from stemma.attribution.units import Word

__all__ = ["is_nominal", "opening_name", "source_before", "subject_of_clause"]

_SUBJECTS = frozenset({"he", "she", "they", "we", "it", "i", "you", "who", "which", "him", "her", "them"})


_ASIDES = frozenset(
    {"however", "though", "too", "meanwhile", "moreover", "therefore", "nevertheless", "instead", "also"}
)


# No source is described in more words than this (chosen by eye: the longest that reads well has some 40).
_LONGEST = 45
# At most so many commas are read back over for a subject ("X, a judge in Ostra, Norland, said"); chosen by eye.
_COMMAS = 3


Range = tuple[int, int]


def source_before(words: tuple[Word, ...], verb: int, low: int = 0) -> Range | None:
    """First and last word (inclusive) of the subject that ends right before `verb`; None where there is none.

    `low`: the first word that may belong to it.
    """
    last = verb - 1
    if last < low:
        return None
    last = _without_aside(words, _without_day(words, last, low), low)
    if last < low:
        return None
    last = _without_comma(words, last)
    word = words[last]
    if word.text in {",", "—", "–", "--", ")", "]"}:
        return _with_apposition(words, last, low)
    if word.kind != "word":
        return None
    return _phrase_left(words, last, low)


def _without_day(words: tuple[Word, ...], last: int, low: int) -> int:
    """ "Two envoys on Monday asked": the day is not the source's."""
    if words[last].low not in lexicon("weekdays") or last - 1 <= low:
        return last
    return last - 2 if words[last - 1].low in {"on", "late", "early"} else last - 1


def _without_comma(words: tuple[Word, ...], last: int) -> int:
    """ "Rep. X (Lib-Ostra), said": the comma after the brackets is not the end of an apposition."""
    return last - 1 if words[last].text == "," and words[last - 1].text in {")", "]"} else last


def _without_aside(words: tuple[Word, ...], last: int, low: int) -> int:
    """ "The report, however, said": the aside is passed over."""
    if last - 2 > low and words[last].text == "," and words[last - 2].text == "," and words[last - 1].low in _ASIDES:
        return last - 3
    return last


def _with_apposition(words: tuple[Word, ...], closing: int, low: int) -> Range | None:
    """A subject with what stands beside it between two commas: "X, the minister, said"."""
    opener = {")": "(", "]": "["}.get(words[closing].text, words[closing].text)
    opening = closing
    for _ in range(_COMMAS):
        before = _opening_before(words, opening, opener, low)
        if before is None:
            return None
        opening = before
        if not _is_place(words, opening + 1, closing):
            break
    return _host(words, opening, closing, low)


def _opening_before(words: tuple[Word, ...], closing: int, opener: str, low: int) -> int | None:
    """The mark that pairs with the one at `closing`."""
    for place in range(closing - 1, low, -1):
        if words[place].text == opener:
            return place if place < closing - 1 else None
        if words[place].kind == "quote" or words[place].text in {";", ":"}:
            return None
    return None


def _is_place(words: tuple[Word, ...], first: int, closing: int) -> bool:
    """Whether a lone "Calif." or "Norland" stands between the commas: the last part of a place's name."""
    word = words[first]
    return closing - first == 1 and is_name(word) and word.low not in {"jr.", "sr.", "esq."} and "-" not in word.text


def _host(words: tuple[Word, ...], opening: int, closing: int, low: int) -> Range | None:
    """The phrase that ends before `opening`, with what stands beside it unless that is an aside."""
    aside = _is_aside(words, opening + 1)
    if words[closing].text not in {")", "]"} and not aside and not _is_apposition(words, opening + 1, closing):
        return None
    host = _phrase_left(words, opening - 1, low)
    if host is None:
        return None
    if (
        host[0] - 2 > low
        and words[host[0] - 1].text == ","
        and _describes(words[host[0]])
        and is_name(words[host[0] - 2])
    ):
        host = _phrase_left(words, host[0] - 2, low) or host  # "X, the head of Y, a body that ..., said"
    if aside:
        return host
    return host[0], closing  # the closing comma too: so draw annotators of PolNeAR two in three such sources


def _is_aside(words: tuple[Word, ...], first: int) -> bool:
    """Whether the words between the commas say when or how rather than who."""
    low = words[first].low
    return low.endswith("ing") or (low in lexicon("prepositions") and low != "of")


def _describes(word: Word) -> bool:
    return word.low in {"a", "an", "the"} or word.low in lexicon("titles")


def _is_apposition(words: tuple[Word, ...], first: int, stop: int) -> bool:
    word = words[first]
    if word.low in {"who", "which", "whose"} or word.low in lexicon("titles"):
        return True
    if word.low in lexicon("clause_openers") or word.low in lexicon("subject_pronouns"):
        return False
    if word.low in lexicon("prepositions"):
        return False
    return not any(is_clause_verb(words, place) for place in range(first, min(first + 3, stop)))


def _phrase_left(words: tuple[Word, ...], last: int, low: int) -> Range | None:
    """The noun phrase that ends at `last`, read leftwards to the edge of its clause."""
    word = words[last]
    if (
        word.kind != "word"
        or word.low in {"and", "then"}
        or word.low in lexicon("prepositions")
        or word.low in lexicon("clause_openers")
    ):
        return None
    if word.low in _SUBJECTS:
        return last, last
    if word.low == "that":
        return (last, last) if last > low and words[last - 1].kind == "word" else None
    first = _leftmost(words, last, low)
    return _trimmed(words, first, last)


def _leftmost(words: tuple[Word, ...], last: int, low: int) -> int:
    first = last
    while first > low and _continues(words, first - 1, low):
        first -= 1
    return first


def _continues(words: tuple[Word, ...], at: int, low: int) -> bool:
    word = words[at]
    if word.kind != "word":
        return word.text in {"-", "/", "&", "(", ")", "#"}
    if word.low == "as" and at > low and words[at - 1].low == "such":
        return True
    if word.low in lexicon("clause_openers") or word.low in {"that", "said", "says"}:
        return False
    if word.low == "and":
        return not _clause_between(words, low, at)
    if word.low in _SUBJECTS and word.low not in {"who", "her"}:
        return False
    if is_clause_verb(words, at):
        return _relative_before(words, at, low)
    return True


def _clause_between(words: tuple[Word, ...], low: int, at: int) -> bool:
    """Whether a finite verb stands between the last edge of a clause and `at`."""
    place = at - 1
    while place >= low and at - place < 30:
        if words[place].kind != "word" and words[place].text in {",", ";", ":", "—", "–", "--"}:
            return words[at - 1].text == ","
        if words[place].kind == "quote" or is_clause_verb(words, place):
            return True
        place -= 1
    return False


def _relative_before(words: tuple[Word, ...], at: int, low: int) -> bool:
    """Whether the verb at `at` belongs to a relative clause that opens within six words before it."""
    for place in range(at - 1, max(low, at - 7) - 1, -1):
        if words[place].kind != "word":
            return False
        if words[place].low in {"who", "whose"}:
            return place > low
        if words[place].low in lexicon("subject_pronouns"):
            return False
    return False


def _trimmed(words: tuple[Word, ...], first: int, last: int) -> Range | None:
    """Without adverbs, dates and prepositional phrases that stand before the subject."""
    while first <= last and _leads_in(words[first]):
        first += 1
    if first > last:
        return None
    if words[first].low == "according":
        return None
    if words[first].low in lexicon("prepositions"):
        start = _last_chunk(words, first, last)
        if start is None:
            return None
        first = start
    return (first, last) if is_nominal(words, first, last) else None


def _leads_in(word: Word) -> bool:
    low = word.low
    if low in lexicon("weekdays") or low in lexicon("lead_ins") or low in {")", "(", "-"}:
        return True
    return low.endswith("ly") and low not in lexicon("not_adverbs") and not is_name(word)


def _last_chunk(words: tuple[Word, ...], first: int, last: int) -> int | None:
    """Where the last determiner or run of names begins: "In a statement Ms. Orr" gives "Ms."."""
    place = last
    while place > first and is_name(words[place - 1]):
        place -= 1
    if (
        is_name(words[last])
        and place > first
        and words[place - 1].low not in lexicon("prepositions") | lexicon("determiners")
    ):
        return place
    while place > first and words[place].low not in lexicon("determiners"):
        place -= 1
    if place > first and words[place - 1].low not in lexicon("prepositions"):
        return place
    return None


def is_nominal(words: tuple[Word, ...], first: int, last: int) -> bool:
    """Whether the words can be a noun phrase: not the end of a clause, not an adverb, not a bare article."""
    final = words[last].low
    opening = forms().get(words[first].text)
    if opening is not None and opening.form in {"past", "participle"}:
        return False  # the end of a clause before: "urged the council to delay its [plans]"
    if (
        words[first].low.endswith("ed")
        and last > first
        and words[first + 1].low in lexicon("prepositions") | lexicon("determiners")
    ):
        return False  # the end of a clause before: "... urged the council"
    if final in lexicon("adverbs") or final in lexicon("auxiliaries") or final in lexicon("possessives") - {"her"}:
        return final in {"both", "all"}
    if final in {"the", "a", "an", "her"}:
        return False
    return last - first < _LONGEST


def subject_of_clause(words: tuple[Word, ...], at: int) -> Range | None:
    """The subject of the first finite verb of the unit before `at`: who is meant by "..., adding that"."""
    for place in range(1, at):
        if _may_be_finite(words, place):
            start = place
            while start > 1 and words[start - 1].low in lexicon("auxiliaries") | lexicon("adverbs"):
                start -= 1
            found = source_before(words, start)
            if found is not None:
                return found
    return None


def _may_be_finite(words: tuple[Word, ...], at: int) -> bool:
    word = words[at]
    return is_clause_verb(words, at) or (word.low.endswith("ed") and word.kind == "word" and not is_name(word))


def opening_name(words: tuple[Word, ...]) -> Range | None:
    """The pronoun or the run of names that opens the unit."""
    first = 0
    while first < len(words) and _leads_in(words[first]):
        first += 1
    if first < len(words) and words[first].low in {"he", "she", "they", "it", "we", "i"}:
        return first, first
    last = first
    while last < len(words) and is_name(words[last]):
        last += 1
    closed = lexicon("determiners") | lexicon("prepositions")
    return (first, last - 1) if last > first and words[first].low not in closed else None
