"""How an article opens: date head, headline, byline, date line, dateline."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from stemma.extract.credits import Mention
from stemma.extract.masthead import is_section, masthead
from stemma.extract.outlets import Outlet, canonical, outlet_after, outlet_of
from stemma.extract.paragraph import Paragraph
from stemma.lexicon import table
from stemma.text.date_lines import BYLINE, DAY, WHEN

__all__ = ["Opening", "date_head", "opening_of"]

_DATE_HEAD = re.compile(r"\s*(date (\d{4}-\d{2}-\d{2}))(?=\s|$)")
# How far down a byline, a date line or a dateline may stand: below headline, deck, picture and share lines.
_FURTHEST = 8
_UPPER = r"[A-ZÀ-Þ][A-ZÀ-Þ.'’-]+"
_PLACE_WORD = r"[A-ZÀ-Þ][\w.'’-]*"
_AGENCY_NAME = rf"(?:{_PLACE_WORD}|dpa)(?:[ /]{_PLACE_WORD}){{0,4}}"
_AGENCY = rf"(?:\((?P<agency>{_AGENCY_NAME})\))"
_FIRST = re.compile(r"([^,]+), ")
_DASH = r"(?:\s?(?:--|[—–])\s?|\s-{1,2}\s)"
_UPPER_PLACE = rf"{_UPPER}(?:[ /](?:{_UPPER}|[A-Z]|of|de|la))*(?:, {_PLACE_WORD}(?: {_PLACE_WORD}){{0,2}})?"
_MIXED_PLACE = rf"{_PLACE_WORD}(?: {_PLACE_WORD}){{0,3}}(?:, {_PLACE_WORD}(?: {_PLACE_WORD}){{0,2}})?"
_AFTER = r"(?=[\"“‘'A-ZÀ-Þ0-9$£€])"
_DATELINES = (
    # "OSLO —", "OSLO, Norway, March 3 (Agency) —": capitals alone make the place.
    re.compile(rf"{_UPPER_PLACE}(?:,? {DAY}:?)?(?: ?{_AGENCY})?(?:,? {DAY})?{_DASH}{_AFTER}"),
    # "Oslo (Agency) —", "(Agency) —": a place in small letters needs the agency.
    re.compile(rf"(?:{_MIXED_PLACE})?(?:,? ?{DAY})? ?{_AGENCY}{_DASH}{_AFTER}"),
    # "(Agency) OSLO, March 3 —": the agency first.
    re.compile(rf"{_AGENCY} {_UPPER_PLACE}(?:,? {DAY})?{_DASH}{_AFTER}"),
    # "Oslo, March 3 —": or a date. It has no agency.
    re.compile(rf"{_MIXED_PLACE}, {DAY}(?P<agency>){_DASH}{_AFTER}"),
)
_NO_PLACE = frozenset(
    "file photo breaking exclusive update updated watch video live opinion analysis related correction note just in"
    " developing".split()
)
# "By Staff Reporter", "By Jane Doe Staff Writer": what somebody is, not who.
_TITLE = re.compile(
    r"(?:^|[ ,]+)(?:(?:Senior|Chief|Special|Our|Own|The) )*(?:News|Staff|Agency|Political|Business|Sports|City|Court"
    r"|Web|Online|Foreign|Science|Crime) ?(?:Reporters?|Correspondents?|Writers?|Editors?|Desk|Team|Staff|Bureau)?$"
    r"|(?:^|[ ,]+)(?:Our )?(?:Reporters?|Correspondents?|Editors?)$",
    re.IGNORECASE,
)
_PERSON = re.compile(rf"{_PLACE_WORD}(?: (?:(?:de|van|von|al|el|bin|der|den|la) )*{_PLACE_WORD}){{1,3}}")
_DATE_LINE = re.compile(
    r"(?:(?:First |Last |Originally )?"
    r"(?:[Pp]ublished|[Uu]pdated|[Pp]osted|[Cc]reated|[Mm]odified|[Dd]ate(?=:)|PUBLISHED|UPDATED|POSTED)"
    rf"(?: on| at)?:?[ |]*)?(?P<date>{WHEN})"
)
_WITH_YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d{2}(?!\d)")
# What stands between an outlet's name and a date.
_SEPARATORS = " ,|:;–—-·•/"
# A line that ends so need not be a sentence.
_ABBREVIATED = ("Jr.", "Sr.", "a.m.", "p.m.")


class Opening(NamedTuple):
    """What the opening holds: spans to set aside, credits, authors, the words of a date, the outlet's own name."""

    aside: list[tuple[int, int]]
    credits: list[Mention]
    authors: tuple[str, ...]
    date: str | None
    outlet: str | None = None


# A capitalized word behind an agency's name that belongs to neither the agency nor its staff's titles.
_SURNAME = re.compile(
    r" (?!(?:News|Agency|Press|Wire|Service|International|Staff|Reporters?|Correspondents?|Writers?|Editors?|Bureau"
    r"|Desk)\b)"
    r"[A-Z][a-z]+"
)


# What a name has that serves papers rather than readers.
_WIRE = re.compile(r"\b(?:Wire|Agency|News Service|Press Association|Newswire|Syndicate)\b")


def date_head(text: str) -> tuple[int, int, str] | None:
    """Start and end of a first line's head such as "date 2031-03-04", and the date."""
    head = _DATE_HEAD.match(text)
    return (head.start(1), head.end(1), head.group(2)) if head else None


def opening_of(text: str, paragraphs: Sequence[Paragraph], has_outlet: bool) -> Opening:
    """The first byline, the first date line, and the first dateline among the first paragraphs.

    A line that is an outlet's name alone names the article's own where that is not known (`has_outlet`) otherwise.
    """
    opening = Opening([], [], (), None)
    dated = False
    first = [_unmarked(paragraph) for paragraph in _first(text, paragraphs)]
    for paragraph in first:
        if paragraph.words <= 16 and BYLINE.match(paragraph.text) and not _is_sentence(paragraph):
            opening = _with_byline(opening, paragraph)
        elif paragraph.words <= 14 and (match := _date_line(paragraph)) is not None:
            opening = _with_date_line(opening, paragraph, match)
        elif paragraph.words <= 6 and canonical(paragraph.text) in table("agencies")["agencies"]:
            opening.aside.append((paragraph.start, paragraph.end))
            opening.credits.append(Mention(paragraph.start, paragraph.end, canonical(paragraph.text), "reprint"))
        elif (
            not has_outlet
            and paragraph.words <= 6
            and opening.outlet is None
            and not is_section(paragraph.text)
            and (name := outlet_of(paragraph.text)) is not None
        ):
            opening.aside.append((paragraph.start, paragraph.end))
            opening = opening._replace(outlet=name)
        elif not dated and (found := _dateline(paragraph)) is not None:
            dated = True
            opening.aside.append((paragraph.start, paragraph.start + found.end()))
            opening.credits.extend(_agency(paragraph, found))
            opening = opening._replace(date=opening.date or _dated(found.group()))
    opening = _with_own_paper(opening, text) if not has_outlet and opening.outlet is None else opening
    return _with_masthead(opening, text, first, has_outlet)


def _with_masthead(opening: Opening, text: str, first: Sequence[Paragraph], has_outlet: bool) -> Opening:
    """The other lines beside a byline or a date line are no text of the story; one of them may name the outlet."""
    labels = {index for index, line in enumerate(first) if (line.start, line.end) in opening.aside}
    found = masthead(text, first, labels)
    opening.aside.extend((line.start, line.end) for line in found.lines)
    return opening._replace(outlet=found.outlet) if not has_outlet and opening.outlet is None else opening


def _with_own_paper(opening: Opening, text: str) -> Opening:
    """The paper of the byline is the article's own where nothing else names its outlet; a wire is still credited."""
    papers = [each for each in opening.credits if BYLINE.match(text[each.start : each.end]) and not _is_wire(each.name)]
    if not papers:
        return opening
    return opening._replace(credits=[each for each in opening.credits if each not in papers], outlet=papers[0].name)


def _is_wire(name: str) -> bool:
    return name in table("agencies")["agencies"] or _WIRE.search(name) is not None


def _unmarked(paragraph: Paragraph) -> Paragraph:
    """A line without the marks that Markdown sets around it for emphasis."""
    bare = paragraph.text.strip("*_ ")
    start = paragraph.start + paragraph.text.find(bare)
    whole = bool(bare) and paragraph.words <= 16
    return paragraph._replace(start=start, end=start + len(bare), text=bare) if whole else paragraph


def _with_date_line(opening: Opening, paragraph: Paragraph, match: re.Match[str]) -> Opening:
    """The date, and the name before it: an agency is credited, another outlet is the article's own."""
    opening.aside.append((paragraph.start, paragraph.end))
    name = outlet_of(paragraph.text[: match.start()].rstrip(_SEPARATORS))
    is_paper = name is not None and name not in table("agencies")["agencies"]
    opening = opening._replace(outlet=opening.outlet or name) if is_paper else opening
    agency = None if is_paper else outlet_after(paragraph.text, 0)
    if agency is not None and agency.known:
        opening.credits.append(Mention(paragraph.start, paragraph.start + agency.end, agency.name, "reprint"))
    byline = re.search(rf"[.,|] (?={BYLINE.pattern})", paragraph.text[match.end() :])  # "Name, 3 May 2031. By ..."
    people = _people(paragraph.text[match.end() + byline.end() :]) if byline else ()
    return opening._replace(date=opening.date or match["date"], authors=opening.authors or people)


def _dated(words: str) -> str | None:
    """The date with its year, and its time of day, in a byline or dateline."""
    found = (match.group() for match in re.finditer(WHEN, words) if _WITH_YEAR.search(match.group()))
    return next(found, None)


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
    return paragraph.text.endswith((".", "!", "?", "”", '"', ":")) and not paragraph.text.endswith(_ABBREVIATED)


def _with_byline(opening: Opening, paragraph: Paragraph) -> Opening:
    named = BYLINE.match(paragraph.text)
    start = named.end() if named else 0
    agency = outlet_after(paragraph.text, start)
    if agency is not None and _is_first_name(paragraph.text, agency):
        agency = None
    agency = agency or _affiliation(paragraph.text)
    people = _people(paragraph.text)
    capitals = sum(word[:1].isupper() for word in paragraph.text.split())
    if capitals * 2 < paragraph.words:  # "By then they had left": mostly small words
        return opening
    opening.aside.append((paragraph.start, paragraph.end))
    if agency is not None:
        span = (paragraph.start, paragraph.start + agency.end)
        opening.credits.append(Mention(*span, agency.name, "reprint"))
        people = () if agency.start <= start + 4 else people
    return opening._replace(authors=opening.authors or people, date=opening.date or _dated(paragraph.text))


def _people(line: str) -> tuple[str, ...]:
    """The names of a byline, without what their bearers are and where they work."""
    named = BYLINE.match(line)
    who = _TITLE.sub("", re.split(r"[|,•·(]", line[named.end() if named else 0 :])[0].strip())
    people = (match.group() for match in _PERSON.finditer(who))
    return tuple(name for person in people for name in re.split(r" (?:and|AND) ", person))


def _is_first_name(text: str, agency: Outlet) -> bool:
    """Whether a person bears the agency's name: one word, and a surname behind it."""
    return " " not in text[agency.start : agency.end] and _SURNAME.match(text[agency.end :]) is not None


def _affiliation(line: str) -> Outlet | None:
    """The outlet that stands behind a name and a comma or a bar; a title there ("Staff Reporter") is none."""
    behind = re.search(r"(?:, | ?[|/•·—–] ?)(?=\S)", line)
    if behind is None:
        return None
    part = re.split(r"\s*[|,/•·—–(]", line[behind.end() :])[0]
    whole = None if _TITLE.search(part) else outlet_of(part)
    found = Outlet(behind.end(), behind.end() + len(part), whole, False, False) if whole else None
    return found or outlet_after(line, behind.end())


def _date_line(paragraph: Paragraph) -> re.Match[str] | None:
    """A date with little else: a label, a clock time, a name of an agency before a bar."""
    match = _DATE_LINE.search(paragraph.text)
    if match is None or _is_sentence(paragraph):
        return None
    labelled = match.start("date") > match.start()
    rest = paragraph.text[: match.start()] + paragraph.text[match.end() :]
    small = [
        word for word in re.findall(r"[^\W\d_]{4,}", rest) if word.islower() and word not in {"updated", "published"}
    ]
    return match if not small and (labelled or match.start() == 0 or _is_source(paragraph.text, match)) else None


def _is_source(line: str, date: re.Match[str]) -> bool:
    """Whether an outlet's name and a mark stand before the date."""
    before = line[: date.start()]
    return before.rstrip() != before.rstrip(_SEPARATORS) and outlet_of(before.rstrip(_SEPARATORS)) is not None


def _dateline(paragraph: Paragraph) -> re.Match[str] | None:
    head = paragraph.text[:120]  # the longest datelines have about 70 characters
    found = next((match for pattern in _DATELINES if (match := pattern.match(head)) is not None), None)
    if found is None or re.split(r"\W", found.group(), maxsplit=1)[0].casefold() in _NO_PLACE:
        return None
    return found if len(paragraph.text) > found.end() + 40 else None  # a body follows, not the rest of a headline


def _agency(paragraph: Paragraph, dateline: re.Match[str]) -> Iterator[Mention]:
    name = dateline["agency"]
    first = _FIRST.match(dateline.group())
    if not name and first is not None and outlet_of(first[1]) is not None:  # "Harbour Wire, Oslo, March 3 —"
        yield Mention(paragraph.start, paragraph.start + first.end(1), canonical(first[1]), "reprint")
    # "(London) —": a place, unless it is known or shaped as an outlet
    alone = re.fullmatch(rf"\({_AGENCY_NAME}\){_DASH}", dateline.group()) is not None
    if name and not re.match(DAY, name) and not (alone and outlet_after(name, 0) is None and "." not in name):
        span = (paragraph.start + dateline.start("agency"), paragraph.start + dateline.end("agency"))
        yield Mention(*span, canonical(name), "reprint")
