"""Counted quantities of one article, each with its bound, unit, noun and role."""

import re
from collections import deque
from collections.abc import Iterator, Sequence
from datetime import date

from stemma.figures.bounds import Limits, bound_after, bound_before, limits
from stemma.figures.counted import Counted, is_person, plural_after, singular_after
from stemma.figures.elliptic import Antecedent, implied, part_of_many
from stemma.figures.found import Found, antecedent, is_where, with_linked_roles
from stemma.figures.refused import no_noun_follows, refused
from stemma.figures.roles import right_role, role_of, toll_before
from stemma.figures.units import Unit, sign_before, unit_after
from stemma.records import Article, Figure, FigureRole, FigureValue
from stemma.text.date_forms import SMALL
from stemma.text.dates import dates
from stemma.text.extents import outside
from stemma.text.numbers import Number, numbers
from stemma.text.sentences import sentences

__all__ = ["figures"]

_STRONG = re.compile(r"[-‑ ]strong\b(?: (?!\w+(?:s|ed)\b)[a-z]{3,}){0,2}")
_AS_OF = re.compile(r"\bas of (?:late |early |midday |noon )*$", re.IGNORECASE)
_NAMES_A_STATE = re.compile(r"\bas of\b", re.IGNORECASE)
_DETERMINED = re.compile(r"\b(?:an?|the|its|their|his|her|this|that|another|new|proposed|said)\s+$", re.IGNORECASE)
_OF = re.compile(
    r"(?: worth)? of (?=[^\W\d])|(?: worth)? in (?!(?:the|an?|one|its|their|his|all|each|this|that|total"
    rf"|just|only|less|more|about|over|under|{'|'.join(SMALL)}|\w+ly|\w*\d|[A-Z])\b)"
)
_AGO = re.compile(r"[ ](?:ago|earlier|later|before|after|since|old|on(?= ?[,.;:]|$| from\b)|hence|prior)\b")
_LASTED = re.compile(
    r"\b(?:for|lasted|lasting|lasts|took|takes|taking)(?: (?:only|just|about|some|nearly|almost|over))? $"
)
_RECENT = re.compile(
    r"\b(?:last|past|next|previous|first|coming|recent|preceding|following|every|these|final)(?: the)?(?: \w+)?\s+$",
    re.IGNORECASE,
)
# "the third in two weeks", "the first time in 40 years": how rare it is, not how long it took.
_SINCE_WHEN = re.compile(
    r"\b(?:first|second|third|fourth|fifth|sixth|\w+th|\d+(?:st|nd|rd|th)|time|[a-z]+est)(?: \w+){0,2} in $",
    re.IGNORECASE,
)
_THOSE = re.compile(r" of (?:all )?(those (?:who [a-z]+|[a-z]+ed))\b")
_OF_THE_HURT = re.compile(r" of (?:the|those) (dead|killed|wounded|injured|missing|arrested|detained)\b")
_HURT_ROLES: dict[str, FigureRole] = {
    "dead": "killed",
    "wounded": "hurt",
    "injured": "hurt",
    "missing": "missing",
    "killed": "killed",
}


def figures(article: Article) -> tuple[Figure, ...]:
    """Each counted quantity in order, outside what is set aside; () for a text that is not in English."""
    if article.language and not article.language.lower().startswith("en"):
        return ()
    base = _base(article.published)
    found: list[Figure] = []
    before: Antecedent | None = None
    for sentence in _sentences(article):
        kept = with_linked_roles(article.text, list(_in_sentence(article.text, sentence, before)))
        before = _carried(article.text, kept)
        as_of = _as_of(article.text, sentence, base) if kept else None
        found.extend(_figure(article, each, as_of) for each in kept)
    return tuple(found)


def _base(published: str | None) -> date | None:
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None


def _sentences(article: Article) -> Iterator[tuple[int, int]]:
    """Sentences, without what is set aside."""
    aside = sorted((each.span.start, each.span.end) for each in article.set_aside)
    for start, end in sentences(article.text):
        yield from outside(start, end, aside)


def _in_sentence(text: str, sentence: tuple[int, int], before: Antecedent | None) -> Iterator[Found]:
    start, end = sentence
    body = text[start:end]
    counted = numbers(body)
    days = deque((each.start + start, each.end + start) for each in (dates(body, None) if counted else ()))
    for number in counted:
        moved = number._replace(start=number.start + start, end=number.end + start)
        while days and days[0][1] <= moved.start:
            days.popleft()
        if not days or days[0][0] >= moved.end:
            found = _read(text, sentence, moved, before)
            if found is not None:
                told = antecedent(found)
                if told is not None and (before is None or before.carried or not is_where(text, found.start)):
                    before = told
                yield found


def _carried(text: str, kept: Sequence[Found]) -> Antecedent | None:
    """What the next sentence's bare number counts: what the last count does that does not say where something was."""
    counts = [(is_where(text, each.start), told) for each in reversed(kept) if (told := antecedent(each)) is not None]
    told = next((told for where, told in counts if not where), counts[0][1] if counts else None)
    return told._replace(carried=True) if told is not None else None


def _read(text: str, sentence: tuple[int, int], number: Number, before: Antecedent | None) -> Found | None:
    if no_noun_follows(text, number.end):
        return None
    signed, currency = sign_before(text, number.start, sentence[0])
    start, bound = bound_before(text, signed, sentence[0])
    if refused(text, number, sentence[0], bound is not None):
        return None
    end, after = bound_after(text, number.end)
    if number.kind == "range" and text[max(0, start - 8) : start].lower() == "between ":
        start -= 8
    unit = None if currency else unit_after(text, number.end, number.kind == "vague")
    span = (start, number.end if after is None else end)
    if currency or (unit is not None and unit.money):
        ends = unit.end if unit else span[1]
        return _money(
            text, sentence, number, (start, ends), (limits(number, bound or after, 1), currency or _name(unit))
        )
    if unit is not None:
        return _measure(text, sentence, number, (start, unit.end), (limits(number, bound or after, 1), unit))
    if number.kind == "fraction":
        return _share(text, sentence, number, span, limits(number, bound or after, 100))
    return _count(text, sentence, (number, before), span, limits(number, bound or after, 1))


def _name(unit: Unit | None) -> str:
    return unit.name if unit else ""


def _money(
    text: str, sentence: tuple[int, int], number: Number, span: tuple[int, int], value: tuple[Limits, str]
) -> Found:
    counted = _attributed(text, sentence, span, True)
    end = counted.end if counted else span[1]
    words = counted.text if counted else ""
    return Found(number, span[0], end, value[0], value[1], words, counted.head if counted else "", "money")


def _attributed(text: str, sentence: tuple[int, int], span: tuple[int, int], money: bool) -> Counted | None:
    """The noun that a sum or a measure goes with: "$5 million in aid", "a $5 million aid package"."""
    of = _OF.match(text, span[1], sentence[1])
    if of is not None and (money or "of" in of.group()):
        return singular_after(text, of.end() - 1, sentence[1])
    if _DETERMINED.search(text[max(sentence[0], span[0] - 20) : span[0]]):
        return singular_after(text, span[1], sentence[1])
    return None


def _measure(
    text: str, sentence: tuple[int, int], number: Number, span: tuple[int, int], value: tuple[Limits, Unit]
) -> Found | None:
    limit, unit = value
    before = text[max(sentence[0], span[0] - 24) : span[0]]
    within = before.lower().endswith("within ") and number.kind != "range" and limit.high is not None
    if within:  # "within two weeks"
        span = (span[0] - len("within "), span[1])
        limit = Limits(None, limit.high, "at_most")
    if unit.time and _is_when(text, unit.end, before, within):
        return None
    if unit.time and text[span[0] : number.start].lower() == "over ":  # "over three years" is how long, not more than
        span = (number.start, span[1])
        limit = limits(number, None, 1)
    if unit.name == "degrees" and before.lower().endswith("minus "):
        span = (span[0] - len("minus "), span[1])
        limit = limit._replace(low=_negated(limit.high), high=_negated(limit.low))
    share = unit.name == "percent"
    counted = (
        _attributed(text, sentence, span, False) if not unit.joined else singular_after(text, span[1], sentence[1])
    )
    if counted is not None and counted.head.endswith("ing") and unit.time:
        counted = None
    if counted is not None and unit.time and not unit.joined and _OF.match(text, span[1], sentence[1]) is None:
        counted = None
    end = counted.end if counted else span[1]
    role: FigureRole = "share" if share else "other"
    return Found(number, span[0], end, limit, unit.name, counted.text if counted else "", "", role)


def _is_when(text: str, end: int, before: str, within: bool) -> bool:
    """Whether the length of time says when something was ("two days after"), not how long it was."""
    after = _AGO.match(text, end) is not None and not _LASTED.search(before)
    return after or (not within and _RECENT.search(before) is not None) or _SINCE_WHEN.search(before) is not None


def _negated(value: float | None) -> float | None:
    return None if value is None else -value


def _share(text: str, sentence: tuple[int, int], number: Number, span: tuple[int, int], limit: Limits) -> Found | None:
    those = _THOSE.match(text, span[1], sentence[1])
    counted = (
        part_of_many(text, span[1], sentence[1])
        or plural_after(text, span[1], sentence[1])
        or (Counted(those.end(), those[1], "people") if those else singular_after(text, span[1], sentence[1]))
    )
    if counted is None:
        return None
    return Found(number, span[0], counted.end, limit, "percent", counted.text, counted.head, "share")


def _count(
    text: str, sentence: tuple[int, int], read: tuple[Number, Antecedent | None], span: tuple[int, int], limit: Limits
) -> Found | None:
    number, _ = read
    strong = _STRONG.match(text, span[1], sentence[1])
    if strong is not None:
        return Found(number, span[0], strong.end(), limit, None, "people", "people", "population")
    counted = _noun(text, sentence, number, span)
    if counted is not None:
        role = role_of(text, (span[0], counted.end), sentence, counted.head)
        if number.value == 1 and role == "other":
            return None
        return Found(number, span[0], counted.end, limit, None, counted.text, counted.head, role)
    return _pronominal(text, sentence, read, span, limit)


def _noun(text: str, sentence: tuple[int, int], number: Number, span: tuple[int, int]) -> Counted | None:
    if number.value == 1 and number.kind in {"words", "digits"}:
        if text.startswith(" of", span[1]):
            return None
        return singular_after(text, span[1], sentence[1])
    return part_of_many(text, span[1], sentence[1]) or plural_after(text, span[1], sentence[1])


def _pronominal(
    text: str, sentence: tuple[int, int], read: tuple[Number, Antecedent | None], span: tuple[int, int], limit: Limits
) -> Found | None:
    """ "killed 12", "31 injured", "the toll rose to 34": people are meant, or what was counted before."""
    number, before = read
    if number.kind == "fraction":
        return None
    of_the_hurt = _OF_THE_HURT.match(text, span[1])
    if of_the_hurt is not None:
        hurt = _HURT_ROLES.get(of_the_hurt[1], "held")
        return Found(number, span[0], of_the_hurt.end(), limit, None, "people", "people", hurt)
    named = right_role(text, span[1], sentence[1]) or toll_before(text, span[0], sentence[0])
    role = named or role_of(text, span, sentence, "")
    fits = named is None or before is None or is_person(before.head)  # the injured are no "boats"
    told = implied(text, span, sentence, before if fits else None) if number.kind != "range" else None
    if told is not None:
        role = named or role_of(text, (span[0], told.end), sentence, told.head)
        return Found(number, span[0], told.end, limit, None, told.text, told.head, role)
    if role not in {"killed", "hurt", "missing", "held", "population"}:
        return None
    return Found(number, span[0], span[1], limit, None, "people", "people", role)


def _as_of(text: str, sentence: tuple[int, int], base: date | None) -> str | None:
    start, end = sentence
    if not _NAMES_A_STATE.search(text, start, end):
        return None
    for each in dates(text[start:end], base):
        if each.date is not None and _AS_OF.search(text[start : start + each.start]):
            return each.date
    return None


def _figure(article: Article, found: Found, as_of: str | None) -> Figure:
    value = FigureValue(
        low=found.limits.low,
        high=found.limits.high,
        bound=found.limits.bound,
        unit=found.unit,
        span=article.span(found.start, found.end),
        as_of=as_of,
    )
    number = article.span(found.number.start, found.number.end)
    return Figure(value=value, number=number, counted=found.counted, role=found.role)
