"""Who is who in one story: sigla, names and groups, and the family as a tree that can be drawn."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

import msgspec

from stemma.records import Article, Change, Descent, Findings, Hidden, Span
from stemma.rendering.wording import change_words, legible, shortened
from stemma.text.clock import moment
from stemma.text.rarity import zipf

__all__ = ["Branch", "Cast", "cast_of", "forest", "made_of"]

# Longest name beside a siglum; longer ones would break the columns of the tree. Chosen by eye.
_NAME = 28
# Longest id beside a siglum: ids are often digests, of which a reader takes in the beginning. Chosen by eye.
_IDENTITY = 16
# An id of letters alone that is rarer in English than this (powers of ten in a billion words) is no word of a sentence.
_NO_WORD = 1.5


# Where our sentences have an article, whatever its id is: at their head before one of these verbs, or after these words
# and not before a noun of ours ("from a text", "one of its kin").
_VERBS = "has|lacks|tells|is|was|and|credits|cites|alone|spells|puts|agree|may|share|tell"
_HEAD, _AFTER = "(?:^|(?<=; )|(?<=, ))", [f"(?<={word} )" for word in "of from after that what and or as".split()]
_NOUNS = "text|texts|of|direction|report|passages?"


@lru_cache(maxsize=16)  # one a story; a page has a few
def _named(ids: tuple[str, ...]) -> re.Pattern[str]:
    """Finds ids, longest first, `within` where one stands in brackets; quoted words are found without an id."""
    sure = [one for one in ids if len(one) > 2 and not (one.isalpha() and zipf(one) > _NO_WORD)]
    doubtful = [one for one in ids if one not in sure]
    anywhere = rf"(?<![\w-])(?:{_any_of(sure)})(?![\w-])"
    placed = (
        rf"{_HEAD}(?:{_any_of(doubtful)})(?= (?:{_VERBS})\b)"
        rf"|(?:{'|'.join(_AFTER)})(?:{_any_of(doubtful)})(?![\w-])(?! (?:{_NOUNS})\b)"
    )
    within = rf"\((?P<within>{_any_of(ids)})\)"
    return re.compile(rf"“[^”]*”|{within}|(?P<id>{anywhere}|{placed})")


def _any_of(ids: Iterable[str]) -> str:
    """One of them as a pattern; of none, what matches nothing."""
    return "|".join(re.escape(one) for one in ids) or "(?!)"


class Cast(msgspec.Struct, frozen=True):
    """The members of one story by id; `groups` gives each article the number of its origin group (0, 1, ...).

    `made` holds (exemplar, copy) of every descent; `altered` what copies changed that is more than a detail.
    """

    articles: dict[str, Article]
    sigla: dict[str, str]
    hidden: dict[str, Hidden]
    groups: dict[str, int]
    made: frozenset[tuple[str, str]]
    altered: tuple[Change, ...] = ()

    def siglum(self, member: str) -> str:
        """The letter of an article; "" for a hidden exemplar."""
        return self.sigla.get(member, "")

    def name(self, member: str) -> str:
        """The outlet, or what else tells a reader who it is; a hidden exemplar stands in brackets."""
        if member in self.hidden or member not in self.articles:
            known = self.hidden.get(member)
            return f"[{legible(known.name)}]" if known and known.name else "[a report not at hand]"
        article = self.articles[member]
        return shortened(article.outlet, _NAME) if article.outlet else shortened(article.id, _IDENTITY)

    def label(self, member: str) -> str:
        """Siglum and name: "B Harbour Gazette"."""
        return f"{self.siglum(member)} {self.name(member)}".strip()

    def told(self, sentence: str, introduced: Iterable[str] = ()) -> str:
        """A sentence of the findings for a reader: siglum and outlet in place of each id, then the siglum alone.

        Of those `introduced` before the siglum alone. Quoted words stay as they are; an id that may be a word is one
        only where our sentences name an article.
        """
        ids = {legible(member): member for member in (*self.sigla, *self.hidden)}
        pattern = _named(tuple(sorted(ids, key=lambda shown: (-len(shown), shown))))
        seen = set(introduced)

        def shown(found: re.Match[str]) -> str:
            if found["within"]:
                return f"({self.sigla.get(ids[found['within']], found['within'])})"
            if not found["id"]:
                return found[0]
            member = ids[found["id"]]
            first = member not in seen
            seen.add(member)
            return self._mention(member) if first else self.siglum(member) or self.name(member)

        return pattern.sub(shown, legible(sentence))

    def _mention(self, member: str) -> str:
        """Siglum and outlet as a sentence has them: "B (Harbour Gazette)"."""
        article = self.articles.get(member)
        outlet = article.outlet if article is not None else None
        siglum = self.siglum(member)
        return f"{siglum} ({self.name(member)})" if siglum and outlet else siglum or self.name(member)

    def headed(self, change: Change) -> str:
        """The words over a change and whom it is between: "→" only where the second was made from the first."""
        one, other = (self.label(name) for name in change.between)
        words = change_words(change, self.made)
        return f"{words}: {one} → {other}" if change.between in self.made else f"{words}: between {one} and {other}"

    def alterations(self, span: Span) -> str:
        """What a copy changed in the words of the span, by name, with a colon; "" where nothing."""
        found = [change for change in self.altered if change.after is not None and span.overlaps(change.after)]
        return ", ".join(dict.fromkeys(change_words(change, self.made).lower() for change in found)) + ": " * bool(
            found
        )

    def place(self, span: Span) -> str:
        """Where a span stands, for a reader: siglum and position in characters, "B 120–185"."""
        return f"{self.siglum(span.article) or shortened(span.article, _NAME)} {span.start}–{span.end}"

    def ordered(self) -> tuple[Article, ...]:
        """The story's articles in the order of their sigla."""
        return tuple(
            sorted(self.articles.values(), key=lambda article: _by_siglum(self.siglum(article.id), article.id))
        )


class Branch(msgspec.Struct, frozen=True):
    """A member of the family with what was made from it. `descent` leads to it from the branch above, if any.

    `others` are its further exemplars, drawn apart since a tree gives each member one place.
    """

    member: str
    descent: Descent | None
    others: tuple[Descent, ...]
    branches: tuple["Branch", ...]


def cast_of(findings: Findings, articles: Sequence[Article]) -> Cast:
    """The cast of one story, from all articles of a report."""
    members = set(findings.story.articles)
    groups = {
        member: number for number, group in enumerate(findings.lineage.origins.groups) for member in group.articles
    }
    made = made_of(findings.lineage.descent)
    return Cast(
        {article.id: article for article in articles if article.id in members},
        findings.sigla,
        {hidden.id: hidden for hidden in findings.lineage.hidden},
        groups,
        made,
        tuple(change for change in findings.changes if change.severity > 1 and change.between in made),
    )


def made_of(descent: Iterable[Descent]) -> frozenset[tuple[str, str]]:
    """(exemplar, copy) of each step; a reprint stands for its exemplar before the other copies of that."""
    steps = tuple(descent)
    reprints = [step for step in steps if step.operation == "reprint"]
    beside = [
        (step.copy, other.copy)
        for step in reprints
        for other in steps
        if step.exemplar == other.exemplar and other.operation != "reprint"
    ]
    return frozenset((*((step.exemplar, step.copy) for step in steps), *beside))


def forest(findings: Findings, cast: Cast) -> tuple[Branch, ...]:
    """The family, root by root as the origins are dated, then the roots of each, then by siglum; every member once.

    An article with several exemplars hangs under the one that accounts for most of it.
    """
    by_copy: dict[str, list[Descent]] = {}
    for descent in findings.lineage.descent:
        by_copy.setdefault(descent.copy, []).append(descent)
    for found in by_copy.values():
        found.sort(key=lambda descent: (-descent.coverage, -descent.confidence, descent.exemplar))
    members = [*cast.hidden, *(article.id for article in cast.ordered())]
    roots = [member for member in members if member not in by_copy]
    roots.sort(key=lambda root: _order(root, findings, cast))
    return tuple(_branch(root, None, by_copy, cast) for root in roots)


def _branch(member: str, descent: Descent | None, by_copy: dict[str, list[Descent]], cast: Cast) -> Branch:
    """The member with its copies below it."""
    copies = [found[0] for found in by_copy.values() if found[0].exemplar == member]
    copies.sort(key=lambda copied: _by_siglum(cast.siglum(copied.copy), copied.copy))
    others = tuple(by_copy.get(member, ())[1:])
    return Branch(member, descent, others, tuple(_branch(copied.copy, copied, by_copy, cast) for copied in copies))


def _order(root: str, findings: Findings, cast: Cast) -> tuple[str, int, str]:
    """When the first article of its origin is dated, the origin, when it is dated itself; what has no date last."""
    number = _group(root, findings, cast)
    groups = findings.lineage.origins.groups
    members = groups[number].articles if number < len(groups) else (root,)
    return min(_dated(member, cast) for member in members), number, _dated(root, cast)


def _dated(member: str, cast: Cast) -> str:
    """The day and time as a key; a hidden exemplar comes before what was made from it."""
    if member in cast.hidden:
        return ""
    article = cast.articles.get(member)
    found = moment(article.published) if article is not None else None
    return found.isoformat() if found is not None else "9"


def _group(root: str, findings: Findings, cast: Cast) -> int:
    """The origin group that a root belongs to; after all groups where it belongs to none."""
    if root in cast.groups:
        return cast.groups[root]
    groups = findings.lineage.origins.groups
    copies = cast.hidden[root].copies if root in cast.hidden else ()
    owned = [number for number, group in enumerate(groups) if group.hidden == root]
    return min([*owned, *(cast.groups.get(copy, len(groups)) for copy in copies), len(groups)])


def _by_siglum(siglum: str, member: str) -> tuple[int, str, str]:
    """A, B, ... Z, AA, AB, ...; members without a siglum last."""
    return (len(siglum) or 99, siglum, member)
