"""The noun phrase that names a source, to the left or to the right of its cue."""

from stemma.statements.grammar import is_clause_verb, is_name, lexicon
from stemma.statements.units import Word

__all__ = ["source_after", "source_before", "subject_of_clause"]

_RELATIVES = frozenset({"who", "whose", "which", "that", "whom"})
_SUBJECTS = frozenset({"he", "she", "they", "we", "it", "i", "you", "who", "which", "him", "her", "them"})
_PLAIN_NOUNS = frozenset({"him", "them"})

_ASIDES = frozenset(
    {"however", "though", "too", "meanwhile", "moreover", "therefore", "nevertheless", "instead", "also"}
)

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
        opening = _opening_before(words, opening, opener, low)
        if opening is None:
            return None
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
    if any(is_clause_verb(words, place) for place in range(first, min(first + 3, stop))):
        return False
    return True


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
        return word.text in {"-", "/", "&", "(", ")", "#"} or (word.text == "," and _between_names(words, at))
    if word.low == "as" and at > low and words[at - 1].low == "such":
        return True
    if word.low in lexicon("clause_openers") or word.low in {"that", "said", "says"}:
        return False
    if word.low in {"and"}:
        return not _clause_between(words, low, at)
    if word.low in _SUBJECTS and word.low not in {"who", "her"}:
        return False
    if is_clause_verb(words, at):
        return _relative_before(words, at, low)
    return True


def _between_names(words: tuple[Word, ...], at: int) -> bool:
    """A comma inside a name: "R-Ohio, Mayor" is none, "Dayton, Ohio" and "Mr. X, Jr." are not told apart here."""
    return False


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
    return (first, last) if _is_nominal(words, first, last) else None


def _leads_in(word: Word) -> bool:
    low = word.low
    if low in lexicon("weekdays") or low in {
        "and",
        "meanwhile",
        "also",
        "later",
        "still",
        "now",
        "then",
        "not",
        "only",
        "even",
        "just",
        ")",
        "-",
        "(",
        "when",
        "to",
    }:
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


def _is_nominal(words: tuple[Word, ...], first: int, last: int) -> bool:
    final = words[last].low
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
    return last - first < 45


def subject_of_clause(words: tuple[Word, ...], at: int) -> Range | None:
    """The subject of the first finite verb of the unit before `at`: who is meant by "..., adding that"."""
    for place in range(1, at):
        if is_clause_verb(words, place) or (
            words[place].low.endswith("ed") and words[place].kind == "word" and not is_name(words[place])
        ):
            start = place
            while start > 1 and (
                words[start - 1].low in lexicon("auxiliaries") or words[start - 1].low in lexicon("adverbs")
            ):
                start -= 1
            found = source_before(words, start)
            if found is not None:
                return found
    return None


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


_STOPS = frozenset(
    {
        "during",
        "when",
        "while",
        "after",
        "before",
        "as",
        "because",
        "if",
        "although",
        "though",
        "that",
        "until",
        "but",
        "since",
        "via",
        "about",
        "whether",
        "adding",
        "referring",
        "how",
        "why",
        "what",
        "where",
    }
)


def source_after(words: tuple[Word, ...], first: int, *, inverted: bool) -> Range | None:
    """The noun phrase that begins at `first`, with what stands beside it; None where there is none.

    `inverted`: it follows its verb ("said Ms. Orr, the mayor"), not a preposition ("according to").
    """
    if first >= len(words) or words[first].kind != "word":
        return None
    if words[first].low in {"he", "she", "they", "i", "we", "him", "her", "them", "it"} and (
        inverted or words[first].low != "her"
    ):
        return first, first
    last = first
    while last + 1 < len(words) and _runs_right(words, last + 1, first):
        last += 1
    last = _apposition_after(words, last, first)
    while (
        last >= first
        and (words[last].kind != "word" or words[last].low in lexicon("prepositions") | {"and", "the", "a"})
        and words[last].text != ")"
    ):
        last -= 1
    return (first, last) if last >= first and _is_nominal(words, first, last) else None


def _runs_right(words: tuple[Word, ...], at: int, first: int) -> bool:
    word = words[at]
    if word.kind != "word":
        return word.text in {"-", "/", "&", "(", ")"}
    if word.low in _STOPS or word.low in lexicon("weekdays"):
        return False
    if word.low in lexicon("auxiliaries") and words[at - 1].low not in _RELATIVES:
        return _recent_relative(words, at, first)
    if word.low in _SUBJECTS and word.low not in {"who", "which", "her", "it"}:
        return False
    if word.low == "to" and words[at - 1].low in {
        "ambassador",
        "envoy",
        "adviser",
        "advisor",
        "aide",
        "close",
        "counsel",
        "delegate",
    }:
        return True
    if word.low in {"on", "in", "at", "during", "to"}:
        return _belongs(words, at, first)
    if word.low in lexicon("times") and words[at - 1].low not in {"the", "of"}:
        return False
    return True


def _recent_relative(words: tuple[Word, ...], at: int, first: int) -> bool:
    return any(words[place].low in {"who", "which", "whose"} for place in range(max(first, at - 12), at))


def _belongs(words: tuple[Word, ...], at: int, first: int) -> bool:
    """Whether "in", "on" or "at" goes on with the phrase ("the envoy in Ostra") and does not date or place the saying."""
    following = words[at + 1] if at + 1 < len(words) else None
    if following is None or following.kind != "word":
        return False
    if following.low in lexicon("weekdays") | lexicon("months") or following.text[0].isdigit():
        return False
    if following.low in {
        "a",
        "an",
        "his",
        "her",
        "their",
        "response",
        "reply",
        "part",
        "reference",
        "twitter",
        "facebook",
    }:
        return False
    return not all(is_name(word) for word in words[first:at])


def _apposition_after(words: tuple[Word, ...], last: int, first: int) -> int:
    """Last word of what stands beside the name: ", a mayor from Ostra" up to the sentence's next edge."""
    at = last + 1
    if at + 1 >= len(words) or words[at].text != "," or words[at + 1].kind != "word":
        return last
    opener = words[at + 1]
    if opener.low in _STOPS | lexicon("prepositions") | lexicon("weekdays") | {
        "and",
        "but",
        "or",
    } or opener.low.endswith("ing"):
        return last
    end = at
    while end + 1 < len(words) and _inside_apposition(words, end + 1):
        end += 1
    if words[end].text == ",":
        end -= 1
    relative = opener.low in {"who", "which", "whose"}
    if not relative and any(
        is_clause_verb(words, place) and not _recent_relative(words, place, at) for place in range(at, end + 1)
    ):
        return last
    return end


def _inside_apposition(words: tuple[Word, ...], at: int) -> bool:
    word = words[at]
    if word.kind == "quote" or word.text in {".", ";", ":", "—", "–", "--", "?", "!"}:
        return False
    if word.text != ",":
        return True
    return (
        at + 1 < len(words)
        and words[at + 1].kind == "word"
        and (words[at + 1].low in {"who", "which", "whose", "the", "a"} or is_name(words[at + 1]))
    )
