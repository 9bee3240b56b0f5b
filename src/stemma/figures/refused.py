"""Numbers that count nothing: ages, times, labels, scores, years, names."""

import re

from stemma.figures.counted import is_one_person
from stemma.lexicon import table
from stemma.text.numbers import Number

__all__ = ["no_noun_follows", "refused"]

_LEXICON: dict[str, str] = table("numbers")["refused"]
_LABELS = frozenset(_LEXICON["labels"].split())
_KIN = "|".join(_LEXICON["kin"].split())
_PLACES = "|".join(_LEXICON["placed"].split())
_PLACED = re.compile(rf"\b(?:on|at|of|in|from|to|near|by|along|outside|inside) (?:{_PLACES}) $", re.IGNORECASE)
_BEFORE = re.compile(
    r"(?:\b(?:aged?|ages|age of|aged between|turned|turns|turning|at age)"
    rf"|\b(?:{_KIN}) of|\b(?:the )?(?:Group|Gang|Big|Council|Party|Rule|Table|Game|Chapter) of"
    r"|\bnumber|\bno\.|\bNo\.|\bNos\."
    r"|#|№|§|\bv|\bversion|\bper|\bone in|\bone out of|\bout of|\bby a score of|\bfont size)\s?$",
    re.IGNORECASE,
)
_NAME_AGE = re.compile(r"\b([^\W\d_][\w.'’-]*)(?:,| \() ?$")
_AGES = re.compile(r"\bage[sd]?(?: of)? \d{1,3}(?:, \d{1,3})*,? (?:and|to|or) $", re.IGNORECASE)
_TITLE_OPENS = re.compile("[“\"‘']$")
_AGE_AFTER = re.compile(r"(?:,|\)|\.(?:\s|$)|;|$| and\b| of\b)")
_AFTER = re.compile(
    r"(?:[-‑ ](?:year|month|week|day)s?[-‑ ]old"
    r"|\s?[ap]\.?m\b|\s?o['’]clock|:\d|(?:st|nd|rd|th)\b|[-‑–/]\d|['’]?s\b|\s(?:GMT|EST|EDT|BST|CET)\b"
    r"|[-‑](?:and|for|in|on|by|of|under|up|time|way|fold|yard line)\b"
    r"|\s?mm (?:pistol|handgun|gun|rifle|round|bullet|calib|shell|cannon|mortar|film)"
    r"|\s(?:percenters?|noon|midnight)\b|/|[ ]\d(?!\d*[ -](?:percent|per cent)))",
)
_SMALL = "one|two|three|four|five|six|seven|eight|nine|ten|\\d{1,3}"
_RATIO_BEFORE = re.compile(rf"\b(?:{_SMALL}) (?:in|out of)(?: every)? $", re.IGNORECASE)
_RATIO_AFTER = re.compile(rf" (?:in|out of)(?: every)? (?:{_SMALL})\b", re.IGNORECASE)
_OF_TEN = re.compile(r" of (?:10|ten)\b")
_TEN_OF = re.compile(rf"\b(?:{_SMALL}) of $", re.IGNORECASE)
_BIG = re.compile(r"\b(?:Big|Fab|Famous|Final|Sweet|Elite|Fantastic) $")
_NOT_ONE = re.compile(r"\b(?:no|every|each|this|that|which|any|some|the|another|only the|day)[ -]$", re.IGNORECASE)
_DIGIT_BEFORE = re.compile(r"(?:\d[-‑–/:.,]|\d{2,} |[A-Za-z]{1,3}[-‑]|[+#@/])$")
# "Two officials said": how many sources there are is told with the statement.
_SOURCES = re.compile(
    r" (?:(?!and\b|or\b)[\w’'.-]+ ){0,3}?(?:officials|sources|diplomats|aides|officers|insiders|people familiar)\b"
    r"[^.,;:!?]{0,60}?,? (?:said|say|told|added|confirmed|acknowledged|described|spoke on condition)\b"
)
_FEW = 12  # more than a dozen officials who say something are news (chosen by eye)
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")


def no_noun_follows(text: str, end: int) -> bool:
    """Whether what stands right after the number shows at once that it is a time, an age or one of a row of digits."""
    return _AFTER.match(text, end) is not None


def refused(text: str, number: Number, floor: int, bounded: bool) -> bool:
    """Whether the number is no count: `floor` is where its sentence begins, `bounded` that bound words precede it."""
    before = text[max(floor, number.start - 40) : number.start]
    written = text[number.start : number.end]
    after = text[number.end : number.end + 16]
    if _BEFORE.search(before) or _AGES.search(before) or _is_written_label(number, before, written, bounded):
        return True
    if _is_ratio(number, before, after) or (
        number.value <= _FEW and _SOURCES.match(text, number.end, number.end + 110)
    ):
        return True
    return _is_age(number, before, after) or _is_title(text, number, before) or _is_name(text, number, before)


def _is_written_label(number: Number, before: str, written: str, bounded: bool) -> bool:
    """ "Level 4", one of a row of digits, or a year."""
    if number.kind == "digits" and (_is_label(before) or _PLACED.search(before) or _DIGIT_BEFORE.search(before)):
        return True
    return _YEAR.fullmatch(written) is not None and not bounded


def _is_ratio(number: Number, before: str, after: str) -> bool:
    """ "One in five", "nine of ten", "one of them"."""
    if number.value == 10 and _TEN_OF.search(before):
        return True
    if _RATIO_BEFORE.search(before) or _RATIO_AFTER.match(after) or _OF_TEN.match(after):
        return True
    return number.value == 1 and (_NOT_ONE.search(before) is not None or after.startswith(" of "))


def _is_title(text: str, number: Number, before: str) -> bool:
    """ "40 Days" between quotation marks: the name of a film or a song."""
    closes = re.match(r"(?: [A-Z][\w’']*)+ ?[”\"’']", text[number.end : number.end + 60])
    return closes is not None and _TITLE_OPENS.search(before) is not None


def _is_age(number: Number, before: str, after: str) -> bool:
    """ "Jane Doe, 34, of ...": a name, a comma, two digits, a comma."""
    if number.value > 120 or number.kind != "digits":
        return False
    named = _NAME_AGE.search(before)
    is_somebody = named is not None and (named[1][0].isupper() or is_one_person(named[1].lower()))
    return is_somebody and bool(_AGE_AFTER.match(after))


def _is_label(before: str) -> bool:
    """ "Level 4", "Boeing 737", "Covid-19"."""
    match = re.search(r"([A-Z][A-Za-z]*)[ -]$", before)
    return match is not None and match[1].lower() in _LABELS


def _is_name(text: str, number: Number, before: str) -> bool:
    """ "the Three Gorges Dam": a capital inside a sentence, and another after it."""
    if _BIG.search(before):
        return True
    if number.kind == "digits":
        # House styles spell one to nine out, so "Falcon 9 rockets" is a name; a headline may say "Kills 5".
        named = re.search(r"[a-z,’'] [A-Z][a-z]+ $", before) is not None
        return number.value < 10 and named and re.match(r" [a-z]", text[number.end : number.end + 2]) is not None
    if not text[number.start].isupper() or not before.strip(" “\"‘'("):
        return False
    previous = re.search(r"(\w+)\W*$", before)
    title_line = previous is not None and previous[1][0].isupper()
    return not title_line and bool(re.match(r" [A-Z]", text[number.end : number.end + 2]))
