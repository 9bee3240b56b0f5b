"""Origins: the roots of the stemma, counted as an interval."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from stemma.descent.credits import CreditLink
from stemma.descent.families import KIN, UNSURE, components, kin_pairs
from stemma.descent.operations import same_outlet
from stemma.descent.origin_words import language_of, sentences
from stemma.records import Descent, Hidden, Kinship, Origin, Origins, Witness
from stemma.text.clock import before
from stemma.text.nouns import listed
from stemma.text.outlets import outlet_key

__all__ = ["Stemma", "origins"]

# So many articles that may be the first are named; more are counted, and stand in the list of origins.
_NAMED = 3


class Stemma(NamedTuple):
    """What was made from what, and pairs that share an origin though no descent says so.

    The pairs are a hidden exemplar with what it was made from, and kin whose direction is undecided. `citing` are
    citations by articles that are no kin of what they cite, `made` what was made from one of its kin, open from which.
    """

    descent: Sequence[Descent]
    hidden: Sequence[Hidden]
    joined: Sequence[tuple[str, str]]
    citing: Sequence[Descent] = ()
    made: frozenset[str] = frozenset()

    @property
    def first(self) -> dict[str, str]:
        """The exemplar of each copy: of several the first, for a text put together from two joins nothing."""
        found: dict[str, str] = {}
        ids = {entry.id for entry in self.hidden}
        above = [pair for pair in self.joined if pair[0] in ids]
        for copy, exemplar in [*((edge.copy, edge.exemplar) for edge in self.descent), *above]:
            found.setdefault(copy, exemplar)
        return found

    @property
    def several(self) -> frozenset[str]:
        """Copies with more than one exemplar."""
        counted = Counter(edge.copy for edge in self.descent)
        return frozenset(copy for copy, count in counted.items() if count > 1)

    def top(self, node: str) -> str:
        """The root that the node goes back to."""
        first = self.first
        while node in first:
            node = first[node]
        return node


def origins(
    witnesses: Mapping[str, Witness], kinships: Sequence[Kinship], credited: Sequence[CreditLink], stemma: Stemma
) -> Origins:
    """One origin for each root. Kin whose direction is undecided share one.

    `low` also joins what may be kin though it is not asserted, families that credit one name, and texts of different
    languages, for one may be a translation, and an article with what it cites, for the rest of it may tell of other
    matters; `high` parts what is kin with reserve only. A text with several exemplars joins none of them.
    """
    groups = _groups(witnesses, kinships, credited, stemma)
    edges = list(stemma.first.items())
    sure = [pair for pair in edges if pair not in _unsure(stemma)]
    perhaps = _kin(kinships, credited, stemma, UNSURE)
    joined = _same_credit(stemma.hidden) + perhaps + [*edges, *stemma.joined]
    joined += [(step.copy, step.exemplar) for step in stemma.citing]
    nodes = [*witnesses, *(entry.id for entry in stemma.hidden)]
    low = min(len(groups), _untranslated(components(nodes, joined), witnesses))
    parted = components(nodes, _kin(kinships, credited, stemma, KIN) + sure)
    why = sentences(groups, witnesses, stemma.citing, perhaps)
    high = max(len(groups) + _own_beside(stemma, groups), _with_articles(parted, witnesses))
    return Origins(low, high, tuple(groups), why)


def _own_beside(stemma: Stemma, groups: Sequence[Origin]) -> int:
    """How many articles cite one of their own group and may tell more beside: each an origin more, perhaps."""
    return sum(any({step.copy, step.exemplar} <= set(group.articles) for group in groups) for step in stemma.citing)


def _untranslated(found: Sequence[Sequence[str]], witnesses: Mapping[str, Witness]) -> int:
    """How many of these there are at least if those of one language may be translations from another's."""
    spoken = [
        {language_of(witnesses[node].article) for node in component if node in witnesses} - {None}
        for component in found
    ]
    languages = sorted({language for some in spoken for language in some if language})
    counts = [sum(language in some or not some for some in spoken) for language in languages]
    return max(counts, default=len(found))


def _unsure(stemma: Stemma) -> set[tuple[str, str]]:
    """Descents that leave the number of origins open."""
    return {(edge.copy, edge.exemplar) for edge in stemma.descent if edge.confidence < _least(stemma, edge)}


def _least(stemma: Stemma, edge: Descent) -> float:
    """From which confidence on a descent is counted without reserve.

    Behind an exemplar that no credit names stands kinship alone; a text from two has another to stand on.
    """
    nameless = {entry.id for entry in stemma.hidden if entry.name is None}
    return UNSURE if edge.copy in stemma.several and edge.exemplar not in nameless else KIN


def _kin(
    kinships: Sequence[Kinship], credited: Sequence[CreditLink], stemma: Stemma, least: float
) -> list[tuple[str, str]]:
    """Kin from this probability on, less what a text with several exemplars is kin to."""
    return [pair for pair in kin_pairs(kinships, credited, least) if not stemma.several & set(pair)]


def _with_articles(found: Sequence[Sequence[str]], witnesses: Mapping[str, Witness]) -> int:
    return sum(any(node in witnesses for node in component) for component in found)


def _same_credit(hidden: Sequence[Hidden]) -> list[tuple[str, str]]:
    first: dict[str, str] = {}
    named = [(outlet_key(entry.name), entry.id) for entry in hidden if entry.name]
    return [(first.setdefault(key, identity), identity) for key, identity in named]


def _groups(
    witnesses: Mapping[str, Witness], kinships: Sequence[Kinship], credited: Sequence[CreditLink], stemma: Stemma
) -> list[Origin]:
    first = stemma.first
    nodes = [*(entry.id for entry in stemma.hidden), *witnesses]
    roots = [node for node in nodes if node not in first]
    kin = [pair for pair in _kin(kinships, credited, stemma, KIN) if not set(pair) & first.keys()]
    kin += [(stemma.top(a), stemma.top(b)) for a, b in stemma.joined]
    names = {entry.id: entry.name for entry in stemma.hidden}
    groups = []
    for together in components(roots, kin):
        members = sorted({node for root in together for node in _descendants(root, stemma) if node in witnesses})
        first_ones = _first([root for root in together if root not in stemma.made] or together, members, witnesses)
        root = next((node for node in together if node in names), first_ones[0])
        name = _name(root, names, witnesses) if root in names else _any_of(first_ones, len(members), witnesses)
        groups.append(Origin(f"origin:{root}", name, tuple(members), _hidden_id(root, names)))
    return sorted(groups, key=lambda group: (group.articles, group.id))


def _hidden_id(root: str, names: Mapping[str, str | None]) -> str | None:
    return root if root in names else None


def _name(root: str, names: Mapping[str, str | None], witnesses: Mapping[str, Witness]) -> str:
    if root in names:
        return names[root] or "a report that is not at hand"
    article = witnesses[root].article
    return article.outlet or article.id


def _first(together: Sequence[str], members: Sequence[str], witnesses: Mapping[str, Witness]) -> Sequence[str]:
    """The roots that may be the first text: none of them follows an earlier report of its own outlet."""
    articles = {member: witnesses[member].article for member in members}
    later = {
        root
        for root in together
        if root in articles
        for other in articles.values()
        if same_outlet(articles[root], other) and before(other.published, articles[root].published)
    }
    return [root for root in together if root not in later] or together


def _any_of(together: Sequence[str], members: int, witnesses: Mapping[str, Witness]) -> str:
    """The first text's name; where it is open which was the first, all that it can be."""
    found = sorted({_name(root, {}, witnesses) for root in together if root in witnesses})
    if len(found) > _NAMED:
        return f"one of {len(found)} articles" if len(found) < members else "one of them, it is open which"
    return listed(found, "or")


def _descendants(root: str, stemma: Stemma) -> set[str]:
    edges = [*((edge.copy, edge.exemplar) for edge in stemma.descent), *stemma.first.items()]
    found, open_nodes = {root}, [root]
    while open_nodes:
        node = open_nodes.pop()
        below = {copy for copy, exemplar in edges if exemplar == node} - found
        found |= below
        open_nodes.extend(sorted(below))
    return found
