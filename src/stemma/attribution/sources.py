"""The noun phrase that names a source after its cue, read rightwards."""

from stemma.attribution.grammar import is_clause_verb, is_name, lexicon
from stemma.attribution.subjects import is_nominal
from stemma.attribution.units import Word

__all__ = ["source_after"]

_RELATIVES = frozenset({"who", "whose", "which", "that", "whom"})


_SUBJECTS = frozenset({"he", "she", "they", "we", "it", "i", "you", "who", "which", "him", "her", "them"})


Range = tuple[int, int]


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
    last = _apposition_after(words, last)
    while (
        last >= first
        and (words[last].kind != "word" or words[last].low in lexicon("prepositions") | {"and", "the", "a"})
        and words[last].text != ")"
    ):
        last -= 1
    return (first, last) if last >= first and is_nominal(words, first, last) else None


def _runs_right(words: tuple[Word, ...], at: int, first: int) -> bool:
    word = words[at]
    if word.kind != "word":
        return word.text in {"-", "/", "&", "(", ")"}
    if word.low in lexicon("after_source") or word.low in lexicon("weekdays"):
        return False
    if word.low in lexicon("auxiliaries") and words[at - 1].low not in _RELATIVES:
        return _recent_relative(words, at, first)
    if word.low in _SUBJECTS and word.low not in {"who", "which", "her", "it"}:
        return False
    if word.low == "to" and words[at - 1].low in lexicon("goes_on_with_to"):
        return True
    if word.low in {"on", "in", "at", "during", "to"}:
        return _belongs(words, at, first)
    return word.low not in lexicon("times") or words[at - 1].low in {"the", "of"}


def _recent_relative(words: tuple[Word, ...], at: int, first: int) -> bool:
    return any(words[place].low in {"who", "which", "whose"} for place in range(max(first, at - 12), at))


def _belongs(words: tuple[Word, ...], at: int, first: int) -> bool:
    """Whether "in", "on" or "at" goes on with the phrase ("the envoy in Ostra") and does not date the saying."""
    following = words[at + 1] if at + 1 < len(words) else None
    if following is None or following.kind != "word":
        return False
    if following.low in lexicon("weekdays") | lexicon("months") or following.text[0].isdigit():
        return False
    if following.low in lexicon("of_the_saying"):
        return False
    return not all(is_name(word) for word in words[first:at])


def _apposition_after(words: tuple[Word, ...], last: int) -> int:
    """Last word of what stands beside the name: ", a mayor from Ostra" up to the sentence's next edge."""
    at = last + 1
    if at + 1 >= len(words) or words[at].text != "," or words[at + 1].kind != "word":
        return last
    opener = words[at + 1]
    if opener.low in lexicon("after_source") | lexicon("prepositions") | lexicon("weekdays") | {
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
    verb = next((place for place in range(at, end + 1) if is_clause_verb(words, place)), None)
    if relative or verb is None or _recent_relative(words, verb, at):
        return end
    return max((place - 1 for place in range(at + 1, verb) if words[place].text == ","), default=last)


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
