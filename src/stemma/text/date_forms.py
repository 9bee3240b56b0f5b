"""The shapes that a date expression takes in English prose."""

import re
from collections.abc import Iterator

from stemma.lexicon import table

__all__ = ["FORMS", "MONTHS", "SMALL", "WEEKDAYS", "expressions"]

_LEXICON = table("dates")
MONTHS: dict[str, int] = _LEXICON["months"]
WEEKDAYS: dict[str, int] = _LEXICON["weekdays"]
SMALL: dict[str, int] = table("numbers")["small"]

# "Oct." has its point, "October" none.
_SHORT = "|".join(name.capitalize() for name in MONTHS if len(name) <= 4 and name not in {"may", "june", "july"})
_LONG = "|".join(name.capitalize() for name in MONTHS if len(name) > 4 or name in {"may", "june", "july"})
_MONTH = rf"(?:{_LONG}|(?:{_SHORT})\b\.?)"
_WEEKDAY = "|".join(name.capitalize() for name in WEEKDAYS)
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?!\d)"
_YEAR = r"(?:1[5-9]|20)\d\d(?![\w%]|-\d|[.,]\d)"
_PART = r"(?: (?:morning|afternoon|evening|night|noon|midday|midnight))?"
_EACH_DAY = rf"(?:(?:{_WEEKDAY}){_PART},? (?:the )?)?"
FORMS = {
    "iso": r"(?<![\w/.-])(?P<iso>(?:1[5-9]|20)\d\d-\d\d-\d\d)(?![\d-])",
    "slashed": r"(?<![\w/.])(?P<slashed>\d{1,2}(?P<mark>[/.])\d{1,2}(?P=mark)(?:1[5-9]|20)\d\d)(?![\w/])",
    "month_day": rf"\b{_EACH_DAY}(?P<m1>{_MONTH}) (?P<d1>{_DAY})(?![:%]|[.,]\d| (?:million|percent|per cent))"
    rf"(?:,? (?P<y1>{_YEAR}))?",
    "day_month": rf"(?<![\d.,$£€])\b{_EACH_DAY}(?P<d2>{_DAY})(?: of)? (?P<m2>{_MONTH})(?!\w)(?:,? (?P<y2>{_YEAR}))?",
    "month_year": rf"\b(?P<m3>{_MONTH}),?(?: of)? (?P<y3>{_YEAR})",
    "weekday": rf"(?:\b(?P<which>[Ll]ast|[Nn]ext|[Tt]his|[Cc]oming|[Pp]ast) )?\b(?P<name>{_WEEKDAY}){_PART}(?![\w-])",
    "day": r"\b(?P<day>[Dd]ay before yesterday|[Dd]ay after tomorrow|[Yy]esterday|[Tt]oday|[Tt]onight|[Tt]omorrow)"
    rf"(?!['’\w]){_PART}",
    "turn": r"\b(?P<turn>[Ll]ast|[Tt]his|[Nn]ext) (?P<span>week(?:end)?|month|year)(?![\w'’-])",
    "ago": rf"\b(?P<count>\d{{1,3}}|(?i:an?|{'|'.join(SMALL)})) (?P<unit>day|week|month|year)s? ago\b",
    "in_month": r"\b(?P<lead>[Ss]ince|[Uu]ntil|[Ii]n|[Bb]y|[Dd]uring|[Ll]ast|[Nn]ext|[Tt]his|[Ff]rom|[Bb]efore"
    r"|(?:(?<=end )|(?<=start )|(?<=beginning )|(?<=middle )|(?<=month )|(?<=Ides ))of)"
    rf"(?: (?:early|late|mid))?[ -](?P<month>{_MONTH})(?!\w|\.?,? ?\d)",
    "year": r"\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Bb]y|[Ff]rom|[Dd]uring|[Bb]efore|[Aa]fter|[Ee]arly|[Ll]ate|[Oo]f|[Tt]hrough"
    r"|[Ss]ummer|[Ss]pring|[Aa]utumn|[Ff]all|[Ww]inter|[Tt]he|[Aa]|[Yy]ear|[Bb]etween|[Ff]or|(?<=\d{4} )to"
    rf"|(?<=\d{{4}} )and|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er)(?: mid)?[ -](?P<year>{_YEAR})",
}
_EXPRESSION = re.compile("|".join(f"(?P<form_{name}>{pattern})" for name, pattern in FORMS.items()))
# No expression is without one of these. Each begins with a letter or digit as such, which makes the search quick.
_ANCHOR = re.compile(
    "|".join(
        [
            *sorted({name[:3].capitalize() for name in (*MONTHS, *WEEKDAYS)}),
            *(f"{c}{rest}" for c in "Tt" for rest in ("oday", "onight", "omorrow", "his (?:week|month|year)")),
            *(f"{c}esterday" for c in "Yy"),
            *(f"{c}ast (?:week|month|year)" for c in "Ll"),
            *(f"{c}ext (?:week|month|year)" for c in "Nn"),
            *(rf"{c}\d\d\d" for c in "12"),
            r"ago\b",
        ]
    )
)
# Words of an expression that stand before its first anchor: the longest are "seventeen months" before "ago".
_LEAD = 20
_WORD_START = re.compile(r"(?<!\w)\w")


def expressions(text: str) -> Iterator[re.Match[str]]:
    """Matches of the forms in order, none overlapping. Only words shortly before an anchor are tried, for speed."""
    position = 0
    for anchor in _ANCHOR.finditer(text):
        for start in _WORD_START.finditer(text, max(position, anchor.start() - _LEAD), anchor.start() + 1):
            match = _EXPRESSION.match(text, start.start())
            if match is not None:
                position = match.end()
                yield match
                break
        else:
            position = max(position, anchor.start() + 1)
