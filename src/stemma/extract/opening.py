"""How an article opens: date head, headline, byline, date line, dateline."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from stemma.extract.credits import Mention
from stemma.extract.outlets import Outlet, canonical, outlet_after
from stemma.extract.paragraph import Paragraph
from stemma.lexicon import table

__all__ = ["Opening", "date_head", "opening_of"]

_DATE_HEAD = re.compile(r"\s*(date (\d{4}-\d{2}-\d{2}))(?=\s|$)")
# How far down a byline, a date line or a dateline may stand: below headline, deck, picture and share lines.
_FURTHEST = 8
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_DAY = rf"(?:(?:\w+day,? )?(?:{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}(?:st|nd|rd|th)? {_MONTH})(?:,? \d{{4}})?)"
_UPPER = r"[A-ZÀ-Þ][A-ZÀ-Þ.'’-]+"
_PLACE_WORD = r"[A-ZÀ-Þ][\w.'’-]*"
_AGENCY = rf"(?:\((?P<agency>(?:{_PLACE_WORD}|dpa)(?:[ /]{_PLACE_WORD}){{0,4}})\))"
_DASH = r"(?:\s?(?:--|[—–])\s?|\s-{1,2}\s)"
_UPPER_PLACE = rf"{_UPPER}(?:[ /](?:{_UPPER}|[A-Z]|of|de|la))*(?:, {_PLACE_WORD}(?: {_PLACE_WORD}){{0,2}})?"
_MIXED_PLACE = rf"{_PLACE_WORD}(?: {_PLACE_WORD}){{0,3}}(?:, {_PLACE_WORD}(?: {_PLACE_WORD}){{0,2}})?"
_AFTER = r"(?=[\"“‘'A-ZÀ-Þ0-9$£€])"
_DATELINES = (
    # "OSLO —", "OSLO, Norway, March 3 (Agency) —": capitals alone make the place.
    re.compile(rf"{_UPPER_PLACE}(?:,? {_DAY}:?)?(?: ?{_AGENCY})?(?:,? {_DAY})?{_DASH}{_AFTER}"),
    # "Oslo (Agency) —", "(Agency) —": a place in small letters needs the agency.
    re.compile(rf"(?:{_MIXED_PLACE})?(?:,? ?{_DAY})? ?{_AGENCY}{_DASH}{_AFTER}"),
    # "Oslo, March 3 —": or a date. It has no agency.
    re.compile(rf"{_MIXED_PLACE}, {_DAY}(?P<agency>){_DASH}{_AFTER}"),
)
_NO_PLACE = frozenset(
    "file photo breaking exclusive update updated watch video live opinion analysis related correction note just in"
    " developing".split()
)
_BYLINE = re.compile(r"(?:By|BY|by|Written by|Posted by|Story by|Words by) ?:? ?(?=[A-ZÀ-Þ])")
_PERSON = re.compile(rf"{_PLACE_WORD}(?: (?:(?:de|van|von|al|el|bin|der|den|la) )*{_PLACE_WORD}){{1,3}}")
_DATE_LINE = re.compile(
    r"(?:(?:First |Last |Originally )?"
    r"(?:[Pp]ublished|[Uu]pdated|[Pp]osted|[Cc]reated|[Mm]odified|PUBLISHED|UPDATED|POSTED)"
    rf"(?: on| at)?:?[ |]*)?(?P<date>{_DAY}|\d{{4}}-\d{{2}}-\d{{2}}|\d{{1,2}}[./]\d{{1,2}}[./]\d{{4}})"
)


class Opening(NamedTuple):
    """What the opening holds: the spans to set aside, the credits, the names of authors and the words of a date."""

    aside: list[tuple[int, int]]
    credits: list[Mention]
    authors: tuple[str, ...]
    date: str | None


# A capitalized word behind an agency's name that belongs to neither the agency nor its staff's titles.
_SURNAME = re.compile(
    r" (?!(?:News|Agency|Press|Wire|Service|International|Staff|Reporters?|Correspondents?|Writers?|Editors?|Bureau"
    r"|Desk)\b)"
    r"[A-Z][a-z]+"
)


def date_head(text: str) -> tuple[int, int, str] | None:
    """Start and end of a first line's head such as "date 2031-03-04", and the date."""
    head = _DATE_HEAD.match(text)
    return (head.start(1), head.end(1), head.group(2)) if head else None


def opening_of(text: str, paragraphs: Sequence[Paragraph]) -> Opening:
    """The first byline, the first date line, and the first dateline among the first paragraphs."""
    opening = Opening([], [], (), None)
    dated = False
    for paragraph in _first(text, paragraphs):
        if paragraph.words <= 16 and _BYLINE.match(paragraph.text) and not _is_sentence(paragraph):
            opening = _with_byline(opening, paragraph)
        elif paragraph.words <= 14 and _is_date_line(paragraph):
            match = _DATE_LINE.search(paragraph.text)
            opening.aside.append((paragraph.start, paragraph.end))
            opening = opening._replace(date=opening.date or (match["date"] if match else None))
            agency = outlet_after(paragraph.text, 0)
            if agency is not None and agency.known:
                opening.credits.append(Mention(paragraph.start, paragraph.start + agency.end, agency.name, "reprint"))
        elif paragraph.words <= 6 and canonical(paragraph.text) in table("agencies")["agencies"]:
            opening.aside.append((paragraph.start, paragraph.end))
            opening.credits.append(Mention(paragraph.start, paragraph.end, canonical(paragraph.text), "reprint"))
        elif not dated and (found := _dateline(paragraph)) is not None:
            dated = True
            opening.aside.append((paragraph.start, paragraph.start + found.end()))
            opening.credits.extend(_agency(paragraph, found))
    return opening


def _first(text: str, paragraphs: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """The first paragraphs; the very first without its date head."""
    head = date_head(text)
    for number, paragraph in enumerate(paragraphs[:_FURTHEST]):
        if number == 0 and head is not None:
            start = head[1] + len(text[head[1] : paragraph.end]) - len(text[head[1] : paragraph.end].lstrip())
            yield paragraph._replace(start=start, text=text[start : paragraph.end])
        else:
            yield paragraph


def _is_sentence(paragraph: Paragraph) -> bool:
    return paragraph.text.endswith((".", "!", "?", "”", '"', ":")) and not paragraph.text.endswith(("Jr.", "Sr."))


def _with_byline(opening: Opening, paragraph: Paragraph) -> Opening:
    named = _BYLINE.match(paragraph.text)
    start = named.end() if named else 0
    agency = outlet_after(paragraph.text, start)
    if agency is not None and _is_first_name(paragraph.text, agency):
        agency = None
    agency = agency or _after_comma(paragraph.text)
    people = tuple(match.group() for match in _PERSON.finditer(re.split(r"[|,•·(]", paragraph.text[start:])[0]))
    capitals = sum(word[:1].isupper() for word in paragraph.text.split())
    if capitals * 2 < paragraph.words:  # "By then they had left": mostly small words
        return opening
    opening.aside.append((paragraph.start, paragraph.end))
    if agency is not None:
        span = (paragraph.start, paragraph.start + agency.end)
        opening.credits.append(Mention(*span, agency.name, "reprint"))
        people = () if agency.start <= start + 4 else people
    divided = tuple(name for person in people for name in re.split(r" (?:and|AND) ", person))
    return opening._replace(authors=opening.authors or divided)


def _is_first_name(text: str, agency: Outlet) -> bool:
    """Whether a person bears the agency's name: one word, and a surname behind it."""
    return " " not in text[agency.start : agency.end] and _SURNAME.match(text[agency.end :]) is not None


def _after_comma(text: str) -> Outlet | None:
    comma = text.find(", ")
    return outlet_after(text, comma + 2) if comma >= 0 else None


def _is_date_line(paragraph: Paragraph) -> bool:
    """A date with little else: a label, a clock time, a name of an agency before a bar."""
    match = _DATE_LINE.search(paragraph.text)
    if match is None or _is_sentence(paragraph):
        return False
    labelled = match.start("date") > match.start()
    rest = paragraph.text[: match.start()] + paragraph.text[match.end() :]
    small = [
        word for word in re.findall(r"[^\W\d_]{4,}", rest) if word.islower() and word not in {"updated", "published"}
    ]
    return not small and (labelled or match.start() == 0)


def _dateline(paragraph: Paragraph) -> re.Match[str] | None:
    head = paragraph.text[:120]  # the longest datelines have about 70 characters
    found = next((match for pattern in _DATELINES if (match := pattern.match(head)) is not None), None)
    if found is None or re.split(r"\W", found.group(), maxsplit=1)[0].casefold() in _NO_PLACE:
        return None
    return found if len(paragraph.text) > found.end() + 40 else None  # a body follows, not the rest of a headline


def _agency(paragraph: Paragraph, dateline: re.Match[str]) -> Iterator[Mention]:
    name = dateline["agency"]
    alone = dateline.start("agency") <= 1  # "(London) —": a place, unless it is known or shaped as an outlet
    if name and not re.match(_DAY, name) and not (alone and outlet_after(name, 0) is None and "." not in name):
        span = (paragraph.start + dateline.start("agency"), paragraph.start + dateline.end("agency"))
        yield Mention(*span, canonical(name), "reprint")
