"""What stands on the page around the story: captions, notices, links, advertisements, forms, navigation."""

import re
from functools import cache

from stemma.extract.outlets import canonical
from stemma.extract.paragraph import Paragraph, bare_words, plain
from stemma.lexicon import table
from stemma.records import SetAsideReason

__all__ = ["reason_for"]

# Lengths in words above which a paragraph is the story's own, whatever it begins with (chosen by eye: the longest
# notice of corrections seen has about 90 words, link lines are headlines of at most 25, forms are short).
_LONGEST: dict[SetAsideReason, int] = {
    "advertisement": 12,
    "related": 30,
    "form": 45,
    "navigation": 14,
    "notice": 90,
    "caption": 80,
}
_LINE_REASONS: tuple[SetAsideReason, ...] = ("advertisement", "form", "navigation", "related", "notice")
_NAME = r"[A-ZÀ-Þ][\w.'’-]*"
# "NAME NAME/AGENCY", "[Name Name/Agency]", "(Name Name / Agency via Agency)" at the end.
_CREDIT_LINE = re.compile(
    rf"[(\[]?(?P<who>{_NAME}(?: (?:{_NAME}|de|van|von|al|el)){{0,4}}) ?/ ?(?P<agency>{_NAME}(?: {_NAME}){{0,3}})"
    rf"(?:(?:/| via ){_NAME}(?: {_NAME}){{0,3}})?[)\]]?\.?$"
)
_AGENCY_END = re.compile(rf"[(\[](?P<agency>{_NAME}(?: {_NAME}){{0,3}})[)\]]$")
_MARKED = re.compile(rf"©\s?{_NAME}(?: {_NAME}){{0,3}} ?/")  # "© Agency/ Photographer"
_LABEL_END = re.compile(r"[:|–—]| - ")
_BREADCRUMB = re.compile(r"^Home ?(?:[>»›/|→]|::) ?\S|^\S+(?: \S+){0,3} ?[>»›] ?\S+(?: \S+){0,3} ?[>»›]")


def reason_for(paragraph: Paragraph, is_last: bool) -> SetAsideReason | None:
    """Why the paragraph is none of the story's text; None for the story's own."""
    if not paragraph.squeezed:
        return None
    for reason in _LINE_REASONS:
        if paragraph.words <= _LONGEST[reason] and _has_line(paragraph, reason):
            return reason
    if paragraph.words <= _LONGEST["related"] and _has_label(paragraph):
        return "related"
    if paragraph.words <= _LONGEST["navigation"] and _BREADCRUMB.search(paragraph.text):
        return "navigation"
    if paragraph.words <= _LONGEST["notice"] and _says(paragraph, "notice"):
        return "notice"
    if paragraph.words <= _LONGEST["caption"] and _is_caption(paragraph, is_last):
        return "caption"
    return None


@cache
def _lines(reason: str) -> frozenset[str]:
    return frozenset(bare_words(line) for line in table("set_aside")[reason]["lines"])


@cache
def _heads(reason: str) -> re.Pattern[str]:
    heads = sorted(_phrases(reason, "heads"), reverse=True)
    return re.compile(r"[-*>\s(\[\"]*(?:" + "|".join(map(re.escape, heads)) + r")(?!\w)")


@cache
def _phrases(reason: str, key: str) -> tuple[str, ...]:
    return tuple(plain(phrase) for phrase in table("set_aside")[reason][key])


def _has_line(paragraph: Paragraph, reason: str) -> bool:
    return paragraph.squeezed in _lines(reason) or _heads(reason).match(paragraph.folded) is not None


def _says(paragraph: Paragraph, reason: str) -> bool:
    return _anywhere(reason).search(paragraph.folded) is not None


@cache
def _anywhere(reason: str) -> re.Pattern[str]:
    """The phrases, those of one first letter together: the search then tries only places with such a letter."""
    letters: dict[str, list[str]] = {}
    for phrase in sorted(_phrases(reason, "anywhere")):
        letters.setdefault(phrase[0], []).append(re.escape(phrase[1:]))
    return re.compile("|".join(f"{re.escape(letter)}(?:{'|'.join(rest)})" for letter, rest in letters.items()))


def _has_label(paragraph: Paragraph) -> bool:
    """Whether it opens with a label of links ("RELATED: ..."); a small-letter sentence may open with the same word."""
    label = _LABEL_END.search(paragraph.text, 0, 24)
    if label is None or paragraph.text[: label.start()].strip("([ ").casefold() not in _phrases("related", "labels"):
        return False
    return not paragraph.text.rstrip(")]").endswith((".", "”", '"'))


def _is_caption(paragraph: Paragraph, is_last: bool) -> bool:
    if _says(paragraph, "caption") or paragraph.folded.startswith(_phrases("caption", "heads")):
        return True
    if paragraph.folded.rstrip(" .)]").endswith(_phrases("caption", "tails")):
        return True
    return (
        _MARKED.match(paragraph.text) is not None
        or _ends_in_credit(paragraph)
        or (not is_last and _ends_in_agency(paragraph))
    )


def _ends_in_credit(paragraph: Paragraph) -> bool:
    """Whether a photographer and an agency close it: a name in capitals, or an agency that is known."""
    line = _CREDIT_LINE.search(paragraph.text, max(0, len(paragraph.text) - 90))
    if line is None:
        return False
    return line["who"].isupper() or _is_agency(line["agency"]) or _is_agency(line["who"].split()[-1])


def _ends_in_agency(paragraph: Paragraph) -> bool:
    mark = _AGENCY_END.search(paragraph.text, max(0, len(paragraph.text) - 60))
    return mark is not None and _is_agency(mark["agency"])


def _is_agency(name: str) -> bool:
    return canonical(name) in table("agencies")["agencies"]
