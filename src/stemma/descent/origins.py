"""Origins: the roots of the stemma, counted as an interval."""

from collections.abc import Mapping, Sequence

from stemma.descent.credits import CreditLink, outlet_key
from stemma.descent.families import KIN, SURE, UNSURE, components, kin_pairs
from stemma.records import Descent, Hidden, Kinship, Origin, Origins, Witness

__all__ = ["origins"]


def origins(
    witnesses: Mapping[str, Witness],
    kinships: Sequence[Kinship],
    credited: Sequence[CreditLink],
    stemma: tuple[Sequence[Descent], Sequence[Hidden]],
) -> Origins:
    """One origin for each root. Kin whose direction is undecided share one.

    `low` also joins what may be kin though it is not asserted, and families that credit one name; `high` parts what is
    kin with reserve only.
    """
    descent, hidden = stemma
    groups = _groups(witnesses, kinships, credited, stemma)
    joined = _same_credit(hidden) + kin_pairs(kinships, credited, UNSURE) + [(d.copy, d.exemplar) for d in descent]
    parted = kin_pairs(kinships, credited, SURE) + [(d.copy, d.exemplar) for d in descent if d.confidence >= KIN]
    nodes = [*witnesses, *(entry.id for entry in hidden)]
    low = min(len(groups), len(components(nodes, joined)))
    high = max(len(groups), _with_articles(components(nodes, parted), witnesses))
    return Origins(low, high, tuple(groups), _why(groups))


def _with_articles(found: Sequence[Sequence[str]], witnesses: Mapping[str, Witness]) -> int:
    return sum(any(node in witnesses for node in component) for component in found)


def _same_credit(hidden: Sequence[Hidden]) -> list[tuple[str, str]]:
    first: dict[str, str] = {}
    named = [(outlet_key(entry.name), entry.id) for entry in hidden if entry.name]
    return [(first.setdefault(key, identity), identity) for key, identity in named]


def _groups(
    witnesses: Mapping[str, Witness],
    kinships: Sequence[Kinship],
    credited: Sequence[CreditLink],
    stemma: tuple[Sequence[Descent], Sequence[Hidden]],
) -> list[Origin]:
    descent, hidden = stemma
    copies = {edge.copy for edge in descent}
    roots = [*(entry.id for entry in hidden), *(article for article in witnesses if article not in copies)]
    kin = [pair for pair in kin_pairs(kinships, credited) if not set(pair) & copies]
    names = {entry.id: entry.name for entry in hidden}
    groups = []
    for together in components(roots, kin):
        members = sorted(
            {article for root in together for article in _descendants(root, descent) if article in witnesses}
        )
        root = together[0] if together[0] not in names else next(node for node in together if node in names)
        groups.append(Origin(f"origin:{root}", _name(root, names, witnesses), tuple(members), _hidden_id(root, names)))
    return sorted(groups, key=lambda group: (group.articles, group.id))


def _hidden_id(root: str, names: Mapping[str, str | None]) -> str | None:
    return root if root in names else None


def _name(root: str, names: Mapping[str, str | None], witnesses: Mapping[str, Witness]) -> str:
    if root in names:
        return names[root] or "a report that is not at hand"
    article = witnesses[root].article
    return article.outlet or article.title or article.id


def _descendants(root: str, descent: Sequence[Descent]) -> set[str]:
    found, open_nodes = {root}, [root]
    while open_nodes:
        node = open_nodes.pop()
        below = {edge.copy for edge in descent if edge.exemplar == node} - found
        found |= below
        open_nodes.extend(sorted(below))
    return found


# So many articles that stand alone are named; more are counted, and stand in the list of origins.
_NAMED_ALONE = 3


def _why(groups: Sequence[Origin]) -> str:
    """One sentence: what each origin is and how many articles go back to it."""
    alone = [group for group in groups if len(group.articles) == 1 and group.hidden is None]
    parts = [_told(group) for group in groups if group not in alone]
    if len(alone) > _NAMED_ALONE:
        parts.append(f"{len(alone)} articles are origins of their own")
    elif alone:
        names = " and ".join(group.name for group in alone)
        parts.append(f"{names} {'is an origin of its own' if len(alone) == 1 else 'are origins of their own'}")
    return "; ".join(parts)


def _told(group: Origin) -> str:
    count = len(group.articles)
    articles = "1 article goes" if count == 1 else f"{count} articles go"
    at_hand = "" if group.hidden is None or group.name.endswith("not at hand") else ", which is not at hand"
    return f"{articles} back to {group.name}{at_hand}"
