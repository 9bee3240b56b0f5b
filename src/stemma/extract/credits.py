"""Credits: the words in which an article says where it, or a part of it, came from."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from stemma.extract.outlets import Outlet, canonical, full_name, is_own, outlet_after, outlet_before
from stemma.extract.paragraph import Paragraph
from stemma.lexicon import table
from stemma.records import Article, Credit, CreditKind

__all__ = ["Mention", "credits_of"]

_NAME = r"(?:[Tt]he )?[A-ZÀ-Þ0-9][\w.&'’/-]*(?: (?:(?:of|de|and|for|&) )?[A-ZÀ-Þ0-9][\w.&'’/-]*){0,6}"
# "according to (a report by) X", "told X", "citing X": the outlet follows.
# It begins with a set of letters and looks back from there: a search then tries only places with such a letter.
_BEFORE_NAME = re.compile(
    r"[AaCcRrSst](?<=\b[AaCcRrSst])(?:(?<=[Aa])ccording to|(?<=t)old|(?<=[Cc])iting|(?<=c)ited|(?<=a)s per"
    r"|(?:(?<=[Rr])eports?|(?<=[Ss])tory|(?<=[Aa])rticle) (?:in|by|from))"
    r" (?:(?:a|an|the|one|multiple|recent|new|earlier|separate|exclusive|\w+day) ){0,3}"
    r"(?:(?:reports?|reporting|story|article|news agency|agency|newspaper|broadcaster|daily|website|channel|network)"
    r" ?(?:in|by|from|published (?:in|by|on))? ){0,2}(?=[\w])"
)
# "an X report", "X's report": the outlet comes before.
_REPORT = re.compile(r" (?:report|reports|reporting|story|article|investigation|exclusive)\b(?! card)")
_OWNER = re.compile(r"['’]s?$")
_INTERVIEW = re.compile(r"\btold$")
_PROGRAMME = re.compile(r"['’]?s? (?:\w+ program\w* )?[“\"‘']")
_SELF_FIGURES = re.compile(r" (?:\w+ ){0,3}(?:profit|profits|loss|losses|earnings|revenue|revenues|ratings)\b")
_COPYRIGHT = re.compile(rf"(?:©|\([Cc]\)|[Cc]opyright) ?(?:©|\([Cc]\))? ?\d{{4}},? (?:[Bb]y )?(?P<name>{_NAME})")
_PERMISSION = re.compile(
    rf"(?:[Rr]eprinted|[Rr]epublished|[Rr]eproduced)(?:,? (?:here )?with(?: the)?(?: kind)? permission (?:from|of|by)"
    rf"|,? by permission of|,? (?:here )?courtesy of| from) (?P<name>{_NAME})"
)
_SUPPLIED = re.compile(rf"^(?:[Dd]istributed|[Pp]rovided|[Ss]upplied|[Ss]yndicated) (?:by|from) (?P<name>{_NAME})")
_SOURCE_LINE = re.compile(rf"^[(\[]?(?:Source|SOURCE|Via|Courtesy|Agency) ?[:–-] ?(?P<name>{_NAME})[)\]]?\.?$")
_WITH_FILES = re.compile(rf"\b[Ww]ith (?:inputs?|files|reporting|agency inputs) (?:from|by) (?P<name>{_NAME})")
_END_MARK = re.compile(rf"(?:[(\[](?P<name>{_NAME})[)\]]|[–—] ?(?P<dashed>{_NAME}))[.]?$")


_MONTHS = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\b"
# A word that every notice has one of; it spares the other patterns nearly all paragraphs.
_HINT = re.compile(
    r"feed|edited by|permission|©|\(c\)|copyright|appeared|published|printed|produced|posted|r(?<=\br)an\b|written"
    r"|reported|courtesy|provided|distributed|supplied|syndicated"
    r"|w(?<=\bw)ith (?:inputs?|files|reporting|agency inputs)\b"
)
_PICTURE = re.compile(r"\b(?:video|photo|photograph|image|picture|graphic)s?\b")


class Mention(NamedTuple):
    """A credit as found: the outlet's name, the kind, and where its words stand."""

    start: int
    end: int
    name: str
    kind: CreditKind


def credits_of(article: Article, paragraphs: Sequence[Paragraph], openings: Sequence[Mention]) -> tuple[Credit, ...]:
    """Every credit, by place in the text; `paragraphs` without captions, `openings` from bylines and datelines.

    An outlet never credits itself. Where two overlap, the first and longest stays.
    """
    found = [*openings, *_notices(paragraphs), *_citations(article.text)]
    kept: list[Mention] = []
    names: dict[str, str] = {}
    for mention in sorted(found, key=lambda mention: (mention.start, -mention.end, mention.kind != "reprint")):
        name = full_name(mention.name, names, article.outlet)
        if name is None or (kept and mention.start < kept[-1].end):
            continue
        if not mention.name.startswith("The ") or mention.name.count(" ") > 1:
            names[name.rpartition(" ")[2]] = name
        if not (name and is_own(name, article.outlet)):
            kept.append(mention._replace(name=name))
    return tuple(Credit(mention.name, mention.kind, article.span(mention.start, mention.end)) for mention in kept)


def _notices(paragraphs: Sequence[Paragraph]) -> Iterator[Mention]:
    """Credits of the whole text, from short paragraphs that say nothing else."""
    for paragraph in paragraphs:
        if not _HINT.search(paragraph.folded):
            continue
        yield from _feeds(paragraph)
        yield from _named(_appeared(), paragraph, "reprint")
        if not _PICTURE.search(paragraph.folded):
            yield from _named(_PERMISSION, paragraph, "reprint")
            yield from _named(_COPYRIGHT, paragraph, "reprint")
        yield from _named(_WITH_FILES, paragraph, "citation")
        if paragraph.words <= 15:  # a line of its own, not a sentence that begins with the word
            yield from _named(_SUPPLIED, paragraph, "reprint")
    for paragraph in paragraphs[-1:]:
        yield from _named(_SOURCE_LINE, paragraph, "reprint")
    if len(paragraphs) > 1:
        yield from _end_mark(paragraphs[-1])


def _feeds(paragraph: Paragraph) -> Iterator[Mention]:
    found = list(_feed().finditer(paragraph.text))  # one notice, however many ways it says so
    if found:
        yield Mention(paragraph.start + found[0].start(), paragraph.start + found[-1].end(), "", "feed")


@cache
def _feed() -> re.Pattern[str]:
    phrases = table("credits")["feed"]["phrases"]
    unedited = (
        r"(?:has not been|was not|is not|not been|hasn't been) (?:\w+ ){0,2}edited by (?:\S+ ){0,5}(?:staff|team|desk)"
    )
    return re.compile("|".join([*map(re.escape, phrases), unedited]), re.IGNORECASE)


@cache
def _appeared() -> re.Pattern[str]:
    lexicon = table("credits")
    appeared, pieces = _any_of(lexicon["appeared"]), _any_of([*lexicon["pieces"], "version"])
    these = rf"(?i:this|the (?:above|following|foregoing)) (?:\w+ ){{0,2}}(?:{pieces})\b"
    subject = rf"(?:(?:{these}|^The post )[^\n]{{0,160}}?|^\W*)"
    where = r"(?: (?:online|here|in print))?(?: (?:in|on|by|at|with|from)| to)(?: the (?:website|pages|blog) of)?"
    issue = r"(?:the [\w ,]{3,30} (?:issue|edition) of )?"
    date = r"(?: on \w+\.? \d+(?:, \d+)?,?)?"
    return re.compile(
        rf"{subject}\b(?P<credit>(?i:{appeared}){date}{where} {issue}(?!(?:[Tt]he )?(?:\d|{_MONTHS}))(?P<name>{_NAME}))"
    )


def _any_of(phrases: Sequence[str]) -> str:
    return "|".join(re.escape(phrase) for phrase in sorted(phrases, key=len, reverse=True))


def _named(pattern: re.Pattern[str], paragraph: Paragraph, kind: CreditKind) -> Iterator[Mention]:
    for match in pattern.finditer(paragraph.text):
        name, end = _trimmed(match["name"], match.end("name"))
        if re.search(r"[^\W\d_]", name):
            start = match.start("credit") if "credit" in match.re.groupindex else match.start()
            yield Mention(paragraph.start + start, paragraph.start + end, canonical(name), kind)


def _trimmed(name: str, end: int) -> tuple[str, int]:
    """The name without the point or mark that closes its sentence, and where it then ends."""
    full = re.search(r"(?<!\bSt)[.] (?=[A-Z])|['’]s? |,? (?:LLC|Inc|Ltd|Corp)\b", name)
    shown = name[: full.start()] if full else name
    bare = re.sub(r"['’]s$", "", shown.rstrip(".,'’/-"))
    return bare, end - (len(name) - len(bare))


def _end_mark(paragraph: Paragraph) -> Iterator[Mention]:
    """ "(AP)" at the end of the last paragraph, where the name is an agency's."""
    mark = _END_MARK.search(paragraph.text, max(0, len(paragraph.text) - 60))
    name = (mark["name"] or mark["dashed"]) if mark else None
    if mark is not None and name and canonical(name) in table("agencies")["agencies"]:
        yield Mention(paragraph.start + mark.start(), paragraph.start + mark.end(), canonical(name), "reprint")


def _citations(text: str) -> Iterator[Mention]:
    for match in _verbs().finditer(text):
        yield from _before_verb(text, match)
    for match in _BEFORE_NAME.finditer(text):
        outlet = outlet_after(text, match.end())
        if outlet and _is_cited(text, outlet, match.group()):
            plural = re.match(r"['’]s? reports?\b| reports?\b", text[outlet.end : outlet.end + 12])
            end = outlet.end + (plural.end() if plural else 0)
            yield Mention(match.start(), end, outlet.name, "citation")
    for match in _REPORT.finditer(text):
        owner = _OWNER.search(text, max(0, match.start() - 2), match.start())
        outlet = outlet_before(text, owner.start() if owner else match.start())
        if outlet and not outlet.ambiguous:
            yield Mention(outlet.start, match.end(), outlet.name, "citation")


@cache
def _verbs() -> re.Pattern[str]:
    lexicon = table("credits")
    return re.compile(rf" (?:(?P<saying>{_any_of(lexicon['saying'])})|{_any_of(lexicon['reporting'])})\b")


@cache
def _fillers() -> re.Pattern[str]:
    return re.compile(rf"(?:['’]s)?,?(?: (?:{_any_of(table('credits')['between'])}),?){{0,3}} $")


def _before_verb(text: str, verb: re.Match[str]) -> Iterator[Mention]:
    """ "X (newspaper has also) reported"."""
    window = max(0, verb.start() - 59)  # three filler words of at most 16 letters
    filler = _fillers().search(text[window : verb.start() + 1])
    outlet = outlet_before(text, window + filler.start(), reporting=not verb["saying"]) if filler else None
    if outlet is None or (verb["saying"] and (outlet.ambiguous or _of_itself(text, verb.end()))):
        return
    if not _SELF_FIGURES.match(text, verb.end()):
        yield Mention(outlet.start, verb.end(), outlet.name, "citation")


def _of_itself(text: str, position: int) -> bool:
    following = text[position : position + 24]
    return any(following.startswith(f" {words} ") for words in table("credits")["itself"])


def _is_cited(text: str, outlet: Outlet, cue: str) -> bool:
    """Whether the outlet stands there for its report: not for its poll, its building, or a word that it shares."""
    if outlet.ambiguous and "report" not in cue and not _INTERVIEW.search(cue.rstrip()):
        return False
    following = text[outlet.end : outlet.end + 24].removeprefix("'s").removeprefix("’s")
    if _INTERVIEW.search(cue.rstrip()) and re.match(
        r"['’]?s? (?:\w+ program\w* )?[“\"‘']", text[outlet.end : outlet.end + 24]
    ):
        return False  # told to a programme: where somebody spoke, not what an outlet reported
    return _not_a_report().match(following) is None


@cache
def _not_a_report() -> re.Pattern[str]:
    return re.compile(rf"[/ ](?:\S+ )?(?:{_any_of(table('credits')['not_report'])})\b")
