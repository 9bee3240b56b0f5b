"""Claims across witnesses, with who says them, who denies them, and how many origins carry them."""

from collections.abc import Mapping, Sequence

from stemma.claims.clusters import Rarity, clusters
from stemma.claims.denials import Claims, is_denial, is_question, leaves_open, one_denial
from stemma.claims.opposites import Opposites
from stemma.claims.people import People, noun_phrase, people
from stemma.claims.pruning import carrying, pieces, pruned
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
    affirmed, denials, alone = _sorted_out(grouped, Opposites(accounts), rarity, language)
    named = people(accounts)
    claims = [
        _claim(group, denials.get(place, []), known, named)
        for place, group in enumerate(affirmed)
        if _counts(group, place in denials)
    ]
    claims += [_claim([], group, known, named) for group in alone]
    return tuple(sorted(claims, key=lambda c: (-len(c.articles), -c.origins.high, c.support or c.denials)))


def _sorted_out(
    grouped: Sequence[Sequence[Unit]], opposites: Opposites, rarity: Mapping[str, float], language: str
) -> tuple[list[list[Unit]], dict[int, list[Unit]], list[list[Unit]]]:
    """The affirming units of each group, the denials of each by its place, and the denials of what nobody affirms."""
    denying = [[unit for unit in group if is_denial(unit)] for group in grouped]
    halves = [
        pruned([unit for unit in group if unit not in denied]) for group, denied in zip(grouped, denying, strict=True)
    ]
    affirmed = [kept for kept, _ in halves]
    denials: dict[int, list[Unit]] = {}
    alone: list[list[Unit]] = []
    affirmed += [apart for _, apart in halves if apart]
    for place, group in enumerate(list(affirmed)):
        if len(group) < 2:
            continue
        turned = opposites.turned(group)
        apart = [unit for unit in opposites.at_odds(group) if unit not in turned]
        affirmed[place] = [unit for unit in group if unit not in turned and unit not in apart]
        if turned:
            denials[place] = turned
        if apart:
            affirmed.append(apart)
    claimed = Claims(affirmed, rarity)
    for group in one_denial([group for group in denying if group]):
        home = claimed.said_before(group)
        home = claimed.denied_by(group, language) if home is None else home
        home = opposites.denied_by(group, claimed) if home is None else home
        home = claimed.answered(group, language) if home is None else home
        if home is None:
            alone.append(group)
        elif opposites.are_agreed(group, affirmed[home]):
            alone.append([*affirmed[home], *group])
            affirmed[home] = []
        else:
            denials.setdefault(home, []).extend(group)
    for place, group in enumerate(affirmed):
        contrary = any(unit.statements for unit in group) and all(opposites.is_negative(unit) for unit in group)
        home = opposites.denied_by(group, claimed) if contrary else None
        if home is not None and affirmed[home] and home != place:
            denials.setdefault(home, []).extend([*group, *denials.pop(place, ())])
            affirmed[place] = []
    return affirmed, denials, alone


def _counts(group: Sequence[Unit], denied: bool) -> bool:
    return bool(group) and (denied or len({u.article for u in group}) > 1 or any(u.statements for u in group))


def _claim(affirming: Sequence[Unit], denying: Sequence[Unit], known: Roots, named: People) -> Claim:
    shown = _representative(affirming or denying, known)
    others = frozenset[str]().union(*(unit.stems for unit in affirming if unit.article != shown.article))
    kept = [(unit, pieces(unit, others if unit is shown else shown.stems)) for unit in affirming]
    support = tuple(sorted({piece for _, parts in kept for piece in parts}))
    denials = tuple(sorted({unit.passage for unit in denying}))
    counted = support_of(affirming, known)
    return Claim(
        id="claim:" + digest(*(f"{span.article}:{span.start}:{span.end}" for span in (*support, *denials))),
        text=_shortened(next((parts for unit, parts in kept if unit is shown), shown.said) or (shown.passage,)),
        support=support,
        denials=denials,
        speakers=_speakers(kept, named),
        articles=tuple(sorted({unit.article for unit in affirming})),
        origins=counted,
        why=why(affirming, denying, known),
    )


def _speakers(kept: Sequence[tuple[Unit, Sequence[Span]]], named: People) -> tuple[str, ...]:
    """Speakers, each person by one name, unnamed ones by their words; a pronoun that was not resolved names nobody."""
    names: dict[str, str] = {}
    for unit, parts in kept:
        for statement in carrying(unit, parts):
            shown = statement.speaker or noun_phrase(" ".join(piece.text for piece in statement.source))
            if shown and shown.casefold() not in _PRONOUNS:
                name = named.get((unit.article, shown), shown)
                names.setdefault(name.casefold().removeprefix("the "), name)
    return tuple(sorted(names.values()))


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


def _shortened(parts: Sequence[Span]) -> str:
    words = " ".join(" … ".join(span.text for span in parts).split()).strip(" ,;:")
    words = words.removeprefix("that ")
    if len(words) <= _TEXT:
        return words
    return words[: words.rfind(" ", 1, _TEXT)] + " …"
