"""Claims across witnesses, with who says them, who denies them, and how many origins carry them."""

import re
from collections.abc import Sequence

from stemma.claims.clusters import Rarity, clusters
from stemma.claims.denials import is_question, leaves_open, what_is_denied
from stemma.claims.opposites import Opposites
from stemma.claims.people import People, noun_phrase, people, source_key
from stemma.claims.pruning import carrying, pieces
from stemma.claims.sides import sorted_out
from stemma.claims.support import Roots, origin_of, roots, support_of, why
from stemma.claims.units import Unit, units
from stemma.lexicon import table
from stemma.records import Account, Alignment, Claim, Lineage, Span, digest

__all__ = ["gather"]

_PRONOUNS = frozenset(str(table("attribution")["subject_pronouns"]).split()) | frozenset(
    "some others one two three four five both many most people several everyone nobody none who which that this".split()
)
# Of a claim with more carriers than this, the first of the least altered speak for all.
_COMPARED = 60
# A claim is shown by one of its passages, cut at a word within this many characters: two lines of a terminal.
_TEXT = 160


# What by itself does not tell what is denied, or of whom: two words, "having known", "that it knew".
_IS_FRAGMENT = re.compile(
    r"(?:\S+(?: \S+)?|(?:that |ever )*(?:\w+ing|there|it|he|she|they|the (?:company|firm|party|group)) .*)",
    re.IGNORECASE | re.DOTALL,
)


def gather(accounts: Sequence[Account], alignments: Sequence[Alignment], lineage: Lineage) -> tuple[Claim, ...]:
    """What two or more articles say in common, and what is attributed to somebody, most articles first.

    A reported question affirms nothing, nor does who does not deny it. A plain assertion that stands in one article
    alone is not listed. Echoes add articles, not origins.
    """
    found = [unit for account in accounts for unit in units(account) if not (is_question(unit) or leaves_open(unit))]
    language = accounts[0].witness.article.language or "en"
    known = roots(lineage, accounts, alignments)
    rarity = Rarity(found)
    origin = {(unit.article, unit.place): origin_of(unit, known) for unit in found}
    grouped = clusters(found, rarity, alignments, origin)
    affirmed, denials, alone = sorted_out(grouped, Opposites(accounts), rarity, language)
    named = people(accounts)
    claims = [
        _claim(group, denials.get(place, []), known, named)
        for place, group in enumerate(affirmed)
        if _counts(group, place in denials)
    ]
    claims += [_claim([], group, known, named) for group in alone]
    return tuple(sorted(claims, key=lambda c: (-len(c.articles), -c.origins.high, c.support or c.denials)))


def _counts(group: Sequence[Unit], denied: bool) -> bool:
    return bool(group) and (denied or len({u.article for u in group}) > 1 or any(u.statements for u in group))


def _claim(affirming: Sequence[Unit], denying: Sequence[Unit], known: Roots, named: People) -> Claim:
    shown = _representative(affirming or [unit for unit in denying if what_is_denied(unit)] or denying, known)
    others = frozenset[str]().union(*(unit.stems for unit in affirming if unit.article != shown.article))
    kept = [(unit, pieces(unit, others if unit is shown else shown.stems)) for unit in affirming]
    support = tuple(sorted({piece for _, parts in kept for piece in parts}))
    denials = tuple(sorted({unit.passage for unit in denying}))
    counted = support_of(affirming, known)
    speakers = _speakers(kept, named)
    return Claim(
        id="claim:" + digest(*(f"{span.article}:{span.start}:{span.end}" for span in (*support, *denials))),
        text=_text(shown, next((parts for unit, parts in kept if unit is shown), ())),
        support=support,
        denials=denials,
        speakers=tuple(name for name, _ in speakers),
        speaker_articles=tuple(articles for _, articles in speakers),
        articles=tuple(sorted({unit.article for unit in affirming})),
        origins=counted,
        why=why(affirming, denying, known),
    )


def _speakers(kept: Sequence[tuple[Unit, Sequence[Span]]], named: People) -> list[tuple[str, tuple[str, ...]]]:
    """Speakers with the articles that quote them, each person by one name, unnamed ones by their words.

    A pronoun that was not resolved names nobody.
    """
    names: dict[str, str] = {}
    quoting: dict[str, set[str]] = {}
    for unit, parts in kept:
        for statement in carrying(unit, parts):
            shown = statement.speaker or noun_phrase(" ".join(piece.text for piece in statement.source))
            if shown and shown.casefold() not in _PRONOUNS:
                name = named.get((unit.article, shown), shown)
                names.setdefault(source_key(name), name)
                quoting.setdefault(source_key(name), set()).add(unit.article)
    return sorted((name, tuple(sorted(quoting[key]))) for key, name in names.items())


def _representative(group: Sequence[Unit], known: Roots) -> Unit:
    """The unit of the least altered article that shares most words with the others; the shorter of equals."""

    if len(group) < 2:
        return group[0]
    least_altered = sorted(group, key=lambda unit: (known.altered.get(unit.article, 0), unit.article, unit.place))
    group = least_altered[:_COMPARED]

    def closeness(unit: Unit) -> tuple[int, float, int, str, int]:
        shared = sum(len(unit.stems & other.stems) / len(unit.stems | other.stems) for other in group)
        return (known.altered.get(unit.article, 0), -round(shared, 6), len(unit.passage.text), unit.article, unit.place)

    return min(group, key=closeness)


def _text(shown: Unit, parts: Sequence[Span]) -> str:
    """The claim in the words of the unit: its parts that say it, or what it denies."""
    if parts:
        return _shortened(" … ".join(span.text for span in parts))
    denied = what_is_denied(shown)
    if denied and _IS_FRAGMENT.fullmatch(denied.strip(" “”\"'‘’.,;")):
        return _shortened(_with_denier(shown))
    said = shown.said or (shown.passage,)
    return _shortened(denied or " … ".join(span.text for span in said))


def _with_denier(denying: Unit) -> str:
    """The denial from its source to the end of what is denied, as far as it stands in the passage."""
    passage = denying.passage
    denials = [each for each in denying.statements if each.denies and each.source and each.content]
    if any(each.source[0].text.casefold() in _PRONOUNS for each in denials):
        return passage.text
    start = min((each.source[0].start for each in denials), default=passage.start)
    end = max((each.content[-1].end for each in denials), default=passage.end)
    whole = not passage.start <= start < end <= passage.end
    return passage.text if whole else passage.text[start - passage.start : end - passage.start]


def _shortened(text: str) -> str:
    words = " ".join(text.split()).strip(" ,;:")
    words = words.removeprefix("that ")
    if len(words) <= _TEXT:
        return words
    return words[: words.rfind(" ", 1, _TEXT)] + " …"
