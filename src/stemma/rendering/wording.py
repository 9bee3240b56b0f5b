"""The labels of the report: one word for one thing, the same in the terminal, on the page and beside the JSON."""

import unicodedata
from collections.abc import Iterable, Set

from stemma.descent.families import KIN, UNSURE
from stemma.records import Article, Change, Claim, FigureValue, Kinship, Origins, Span, Support
from stemma.rendering.encode import well_formed
from stemma.text.nouns import counted

__all__ = [
    "BOUNDS",
    "CHANGES",
    "CREDITS",
    "DIFFERENCES",
    "NO_DESCENT",
    "OPERATIONS",
    "PASSAGES",
    "SET_ASIDE",
    "SEVERITIES",
    "STATEMENTS",
    "UNDECIDED",
    "VERDICTS",
    "carried",
    "change_words",
    "counted",
    "exemplar_line",
    "interval",
    "legible",
    "origins_line",
    "percent",
    "quoted",
    "shortened",
    "unread_line",
    "value_words",
]
# So many articles in another language are named; the rest are counted.
_NAMED = 5

OPERATIONS = {
    "reprint": "reprint",
    "abridgement": "abridgement",
    "revision": "revision",
    "citation": "citation",
    "rewrite": "rewrite",
}
CHANGES = {
    "quotation": "Quotation altered",
    "quotation_made": "Words put in quotation marks",
    "figure": "Figure changed",
    "name": "Name changed",
    "date": "Date changed",
    "attribution_changed": "Attribution changed",
    "attribution_lost": "Attribution lost",
    "hedge_lost": "Hedge lost",
    "denial_absent": "Denial absent",
    "meaning": "Meaning changed",
    "omitted": "Left out",
    "added": "Added",
}
# The same kinds between two accounts of which neither is known to be made from the other: nothing was lost or made.
DIFFERENCES = {
    "quotation": "Quotations differ",
    "quotation_made": "In quotation marks in one only",
    "figure": "Figures differ",
    "name": "Names differ",
    "date": "Dates differ",
    "attribution_changed": "Attributions differ",
    "attribution_lost": "Attributed in one only",
    "hedge_lost": "Hedged in one only",
    "denial_absent": "Denial absent",
    "meaning": "Meanings differ",
    "omitted": "In one only",
    "added": "In one only",
}
SEVERITIES = {
    3: "Changes what happened or was said",
    2: "Changes who said it, how sure it is, or how many",
    1: "Changes a detail",
}
UNDECIDED = "kin; whether one was made from the other is not known"
NO_DESCENT = "No article was found to be made from another."
VERDICTS = {"differ": "differ", "compatible": "compatible", "agree": "agree"}
CREDITS = {"reprint": "credited as a reprint", "citation": "credited in part", "feed": "credited to a feed"}
PASSAGES = {"same": "same words", "edited": "edited", "rewritten": "rewritten", "quoting": "same quotation"}
SET_ASIDE = {
    "caption": "caption",
    "notice": "notice",
    "navigation": "navigation",
    "advertisement": "advertisement",
    "related": "related links",
    "form": "form",
    "dateline": "dateline",
    "other": "other",
}
STATEMENTS = {"direct": "in direct speech", "indirect": "in indirect speech", "mixed": "partly in direct speech"}
BOUNDS = {
    "exact": "",
    "about": "about",
    "at_least": "at least",
    "more_than": "more than",
    "at_most": "at most",
    "less_than": "less than",
    "range": "",
    "dozens": "dozens",
    "hundreds": "hundreds",
    "thousands": "thousands",
    "millions": "millions",
}

# What steers a terminal or turns the reading direction round: control and format characters, but for the two joiners
# that Persian, Hindi and emoji are spelt with.
_STEERING = {"Cc", "Cf"}
_MARKS = frozenset('“”„«»"')
_JOINERS = {"\u200c", "\u200d"}


def legible(text: str) -> str:
    """One line of a stranger's words, safe to print: white space as single spaces, no control characters."""
    if text.isprintable():  # as nearly all is: blanks are then its only white space
        return " ".join(text.split())
    kept = (" " if character.isspace() else character for character in well_formed(text))
    shown = "".join(c for c in kept if c in _JOINERS or unicodedata.category(c) not in _STEERING)
    return " ".join(shown.split())


def quoted(span: Span) -> str:
    """The words of a span between quotation marks, or as they are where they bring some of their own."""
    words = legible(span.text)
    return words if _MARKS.intersection(words) else f"“{words}”"


def shortened(text: str, length: int) -> str:
    """The text in at most `length` characters, an ellipsis for what is cut."""
    text = legible(text)
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"


def interval(support: Support | Origins) -> str:
    """How many origins, as words: "2", or "1 to 3" where that is open."""
    return str(support.low) if support.low == support.high else f"{support.low} to {support.high}"


def origins_line(support: Support | Origins) -> str:
    """ "1 independent origin", "2 to 3 independent origins"."""
    return f"{interval(support)} independent {'origin' if support.high == 1 else 'origins'}"


def change_words(change: Change, made: Set[tuple[str, str]]) -> str:
    """What a change is called; `made` holds (exemplar, copy): without it nothing is said to be lost or altered."""
    return (CHANGES if change.between in made else DIFFERENCES)[change.kind]


def carried(claim: Claim) -> str:
    """How many articles and origins carry a claim; a claim that is only denied says so."""
    if not claim.articles:
        return "Denied; no affirmation was found in these articles"
    return f"{counted(len(claim.articles), 'article')}, {origins_line(claim.origins)}"


def exemplar_line(kinship: Kinship) -> str:
    """Which of two articles was the other's exemplar, as far as is known."""
    if kinship.exemplar == "common":
        return "A third text lies behind both."
    if kinship.exemplar and kinship.probability < KIN:
        return f"{kinship.exemplar.upper()} was the other’s exemplar, as a credit says; their wording alone does not."
    if kinship.exemplar:
        return f"{kinship.exemplar.upper()} was the other’s exemplar."
    if kinship.probability < KIN:
        least = "No sign that one was made from the other" if kinship.probability < UNSURE else "Too little to tell"
        return f"{least}; kinship is asserted from {percent(KIN)} on."
    return "Which copied which is not known."


def unread_line(articles: Iterable[Article]) -> str | None:
    """Which articles are not in English, and what was therefore not read in them; None where all are."""
    other = sorted({legible(f"{one.outlet or one.id} ({one.language})") for one in articles if not _is_english(one)})
    if not other:
        return None
    shown = ", ".join(other[:_NAMED]) + (f" and {len(other) - _NAMED} more" if len(other) > _NAMED else "")
    return f"Compared by their words only: {shown}. Statements, figures, dates and claims are read in English alone."


def _is_english(article: Article) -> bool:
    return article.language is None or article.language.casefold().startswith("en")


def percent(share: float) -> str:
    """A share of 0..1 as a whole percentage."""
    return f"{share:.0%}"


def value_words(value: FigureValue) -> str:
    """What a figure's words allow: "12", "at least 30", "27 to 33"."""
    ends = sorted({end for end in (value.low, value.high) if end is not None})
    numbers = " to ".join(f"{end:,.10g}" for end in ends)
    unit = f" {value.unit}" if value.unit else ""
    if len(ends) != 1 and value.bound != "about":
        return numbers + unit
    return f"{BOUNDS[value.bound]} {numbers}{unit}".strip()
