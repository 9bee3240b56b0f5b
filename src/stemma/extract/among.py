"""Credits among the articles of one story: an outlet at hand is known by its name, whatever the name's shape."""

import re
from collections.abc import Iterator, Sequence, Set
from functools import cache
from typing import Literal, NamedTuple

import msgspec

from stemma.extract.at_hand import Names, Use, names_at_hand, owner_of
from stemma.extract.outlets import is_own
from stemma.lexicon import table
from stemma.records import Article, Credit, CreditKind
from stemma.text.date_lines import is_byline
from stemma.text.outlets import outlet_key

__all__ = ["credited_among"]

# So far before a name its cue may begin, and so far behind it end: three words of kind and description, and a filler.
_NEAR = 90
# A notice, a byline or a dateline has its name among the first letters of its line (the longest have about 100).
_LINE = 140
_DASH = r"\s?(?:--|[—–]|-)\s"
_PLACE = re.compile(r"\W*(?:(?:[A-ZÀ-Þ0-9][\w.'’-]*|of|de|la)[,:/]? ?){0,9}[(\[]")
_DATELINE = re.compile(rf"[)\]]\s?:?{_DASH}")
_REPORTING_BY = re.compile(r"^\W*(?P<more>(?:Additional |Further |With |Also )?)[Rr]eporting (?:by|from)\b[^.\n]*$")
_SOURCE = re.compile(
    r"^\W*(?:Source|Via|Courtesy|Agency|From|Distributed by|Supplied by|Provided by) ?:? ?(?:the )?$", re.IGNORECASE
)
_WITH = re.compile(r"\b[Ww]ith (?:inputs?|files|reporting|material|agency inputs|contributions) (?:from|by) (?:the )?$")
_BEHIND_NAME = re.compile(r"(?:[,|/•·—–-]| for| of|^\W*[Bb][Yy]:?) ?(?:the )?$")
_FIGURES = re.compile(r" (?:\w+ ){0,3}(?:profit|profits|loss|losses|earnings|revenue|revenues|ratings)\b")
# No words of the story: a name there says nothing about what it names.
_NOT_READ = frozenset({"caption", "navigation", "advertisement", "related", "form"})


class _Found(NamedTuple):
    """A use with what its surroundings make of it: the words at start:end, and how much they tell.

    `line`: a dateline, byline or notice, where nothing but an outlet stands; `cue`: "told X", "X reported"; `plain`:
    "X said", which is said of all; `about`: no credit, but an outlet is meant ("X's editor"); `other`: anything else.
    """

    use: Use
    start: int
    end: int
    tells: Literal["line", "cue", "plain", "about", "other"]
    kind: CreditKind = "citation"


def credited_among(articles: Sequence[Article]) -> tuple[Article, ...]:
    """The articles of one story, in their order, with the credits to one another that their names' shapes do not tell.

    An outlet does not credit itself. A name that is also something else in the story (a ship, a person, a firm) counts
    only where nothing but an outlet can stand: in a dateline, a byline or a notice. Doing it twice changes nothing.
    """
    names = names_at_hand(articles)
    if len(articles) < 2 or names.pattern is None:
        return tuple(articles)
    found = [list(_found(article, names)) for article in articles]
    others = {
        (each.use.owner, each.use.sure)
        for article, uses in zip(articles, found, strict=True)
        for each in uses
        if each.tells == "other" and not _is_its_own(each.use.owner, article)
    }
    return tuple(_with(article, uses, others) for article, uses in zip(articles, found, strict=True))


def _with(article: Article, found: Sequence[_Found], others: Set[tuple[str, bool]]) -> Article:
    """The article with those credits that name another outlet and overlap none that it has."""
    at_hand = {outlet_key(each.use.owner) for each in found}
    kept = list(article.credits)
    for each in found:
        if _may_be_own(each.use, article) or not _is_told(each, others):
            continue
        span = article.span(each.start, each.end)
        over = [credit for credit in kept if credit.span.overlaps(span)]
        if any(outlet_key(credit.name) in at_hand for credit in over) or (over and not each.use.sure):
            continue
        kept = [credit for credit in kept if credit not in over]
        kept.append(Credit(each.use.owner, each.kind, span))
    ordered = tuple(sorted(kept, key=lambda credit: (credit.span.start, -credit.span.end)))
    return msgspec.structs.replace(article, credits=ordered) if ordered != article.credits else article


def _is_its_own(owner: str, article: Article) -> bool:
    own = owner_of(article)
    return own is not None and (outlet_key(own) == outlet_key(owner) or is_own(owner, own))


def _may_be_own(use: Use, article: Article) -> bool:
    """Whether the name is the article's outlet's, or may be since that is not known: "told the Herald"."""
    return _is_its_own(use.owner, article) or (use.alone and owner_of(article) is None)


def _is_told(found: _Found, others: Set[tuple[str, bool]]) -> bool:
    """Whether the words credit an outlet: nothing else in the story bears the name, or nothing else can stand there."""
    if found.tells == "cue":
        return found.use.sure or (found.use.owner, False) not in others
    return found.tells == "line" or (found.tells == "plain" and (found.use.owner, found.use.sure) not in others)


def _found(article: Article, names: Names) -> Iterator[_Found]:
    text = article.text
    unread = [entry.span for entry in article.set_aside if entry.reason in _NOT_READ]
    for use in names.uses(text):
        if any(span.start < use.end and use.start < span.end for span in unread):
            continue
        yield _in_line(text, use) or _after_cue(text, use) or _before_verb(text, use) or _alone(text, use)


def _in_line(text: str, use: Use) -> _Found | None:
    """The name in a dateline, a byline, a notice or an end mark: there stands nothing but an outlet."""
    begin = text.rfind("\n", 0, use.start) + 1
    stop = text.find("\n", use.end)
    line = text[begin : stop if stop >= 0 else len(text)]
    if use.start - begin > _LINE and len(line) - (use.end - begin) > _LINE:
        return None
    before, after = line[: use.start - begin], line[use.end - begin :]
    kind = _kind_in_line(line, before, after, is_last=not text[begin + len(line) :].strip())
    if kind is None:
        return None
    bracketed = text[use.start - 1 : use.start] in {"(", "["}
    start = use.start - 1 if bracketed else begin if _REPORTING_BY.match(line) else use.start
    return _Found(use, start, use.end + bracketed, "line", kind)


def _kind_in_line(line: str, before: str, after: str, is_last: bool) -> CreditKind | None:
    if _PLACE.fullmatch(before) and _DATELINE.match(after):
        return "reprint"
    if _WITH.search(before):
        return "citation"
    if len(line) <= _LINE and (notice := _REPORTING_BY.match(line)) is not None:
        return "citation" if notice["more"] else "reprint"
    if len(line) <= _LINE and is_byline(line) and _BEHIND_NAME.search(before):
        return "reprint"
    closes = re.fullmatch(r"[)\]]?\.?", after.strip()) is not None
    if closes and _SOURCE.match(before) and len(line) <= _LINE:
        return "reprint"
    marked = before.rstrip().endswith(("(", "[", "—", "–", "--")) and closes
    return "reprint" if marked and is_last else None


def _after_cue(text: str, use: Use) -> _Found | None:
    """ "told X", "according to the agency X", "told the Y and X"."""
    window = max(0, use.start - _NEAR)
    cue = _before().search(text[window : use.start])
    if cue is None:
        return None
    plural = re.match(r"['’]s? reports?\b| reports?\b", text[use.end : use.end + 12])
    end = use.end + (plural.end() if plural else 0)
    following = text[use.end : use.end + 24].removeprefix("'s").removeprefix("’s")
    if _not_a_report().match(following) or re.match(r"['’]s? [“\"‘']", text[use.end : use.end + 5]):
        return _Found(use, use.start, end, "about")
    return _Found(use, window + cue.start(), end, "cue")


def _before_verb(text: str, use: Use) -> _Found | None:
    """ "X has also reported", "X's report", "X said"."""
    verb = _after().match(text, use.end)
    if verb is None or _FIGURES.match(text, verb.end()):
        return None
    if verb["saying"] and any(text.startswith(f" {words} ", verb.end()) for words in table("credits")["itself"]):
        return None
    return _Found(use, use.start, verb.end(), "plain" if verb["saying"] else "cue")


def _alone(text: str, use: Use) -> _Found:
    """A use that credits nothing; the words around it may show that an outlet is meant all the same."""
    window = text[max(0, use.start - _NEAR) : use.start]
    about = _about_after().match(text, use.end) is not None or _about_before().search(window) is not None
    return _Found(use, use.start, use.end, "about" if about else "other")


@cache
def _before() -> re.Pattern[str]:
    lexicon = table("credits")["at_hand"]
    cues, kinds, described = (_any_of(lexicon[key]) for key in ("before", "kinds", "described"))
    infix = r"(?:(?: first| originally| earlier| also)?(?:,? (?:on )?\w+day,?)?)"
    passive = rf"(?:reported|revealed|published|disclosed|quoted|told){infix} (?:by|in)"
    cue = rf"(?:(?<!\w)(?:{cues}|{passive})|[,”\"] (?:reports|reported|writes|wrote))"
    return re.compile(
        rf"(?i:{cue})"
        rf"(?: (?:a|an|the|one|both|its|recent|new|earlier|separate|exclusive|{described}|[A-Z]\w+-based))*"
        rf"(?: (?:{kinds}))? (?:(?:the )?[A-Z]\w+(?: [A-Z]\w+){{0,3}},? and (?:the )?)?$"
    )


@cache
def _after() -> re.Pattern[str]:
    lexicon = table("credits")
    said, told = _any_of(lexicon["saying"]), _any_of([*lexicon["reporting"], *lexicon["at_hand"]["after"]])
    works, between = _any_of(lexicon["at_hand"]["works"]), _any_of([*lexicon["between"], *lexicon["at_hand"]["kinds"]])
    return re.compile(
        rf"(?:(?:['’]s?)? (?:{works})\b(?! card)"
        rf"|,?(?: (?:{between}),?){{0,3}} (?:(?P<saying>{said})|{told})\b)"
    )


@cache
def _about_after() -> re.Pattern[str]:
    return re.compile(rf"(?:['’]s?)? (?:{_any_of(table('credits')['at_hand']['about_after'])})\b")


@cache
def _about_before() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_any_of(table('credits')['at_hand']['about_before'])}) (?:the )?$")


@cache
def _not_a_report() -> re.Pattern[str]:
    return re.compile(rf"[/ ](?:\S+ )?(?:{_any_of(table('credits')['not_report'])})\b")


def _any_of(phrases: Sequence[str]) -> str:
    return "|".join(re.escape(phrase) for phrase in sorted(phrases, key=lambda phrase: (-len(phrase), phrase)))
