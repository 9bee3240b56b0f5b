"""Lines of a text's head: those that give its date, and those that say who wrote it."""

import re

from stemma.text.hours import CLOCK

__all__ = ["BYLINE", "DAY", "MONTH", "WHEN", "is_byline", "is_date_line"]

MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
DAY = rf"(?:(?:\w+day,? )?(?:{MONTH} \d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}(?:st|nd|rd|th)? {MONTH})(?:,? \d{{4}})?)"
_BETWEEN = r"(?:,? (?:at |[|•·–—-] )?|T)"
# A day with the time of day before or behind it.
WHEN = (
    rf"(?:{CLOCK}(?:,? (?:on |[|•·–—-] )?))?"
    rf"(?:{DAY}|\d{{4}}-\d{{2}}-\d{{2}}|\d{{1,2}}[./]\d{{1,2}}[./]\d{{4}})(?:{_BETWEEN}{CLOCK})?"
)
BYLINE = re.compile(r"(?:By|BY|by|Written by|Posted by|Story by|Words by) ?:? ?(?=[A-ZÀ-Þ])")
_LABEL = (
    r"(?:(?:First |Last |Originally )?"
    r"(?:[Pp]ublished|[Uu]pdated|[Pp]osted|[Cc]reated|[Mm]odified|[Dd]ate(?=:)|PUBLISHED|UPDATED|POSTED)"
    r"(?: on| at)?:?[ |]*)"
)
# A line that is a date alone, or a date with up to five words of a name before it and a mark between.
_DATE_LINE = re.compile(rf"(?:[A-ZÀ-Þ][\w.'’-]*(?: [\w.'’-]+){{0,4}} ?[,|•·–—-] ?)?{_LABEL}?{WHEN}")
# A byline of more words is a sentence (chosen by eye: names, a title, an outlet and a second outlet have up to 14).
_LONGEST_BYLINE = 16
_CLOSING = (".", "!", "?", "”", '"', ":", ",", ";")


def is_date_line(line: str) -> bool:
    """Whether the line is a date, with or without its time of day, a label, and a name before it."""
    return _DATE_LINE.fullmatch(line.strip("*_ ")) is not None


def is_byline(line: str) -> bool:
    """Whether the line says who wrote the text: "By" and names, most words in capitals, no stop."""
    bare = line.strip("*_ ")
    if BYLINE.match(bare) is None or bare.endswith(_CLOSING):
        return False
    words = bare.split()
    return len(words) <= _LONGEST_BYLINE and 2 * sum(word[:1].isupper() for word in words) >= len(words)
