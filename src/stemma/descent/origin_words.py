"""What is said of the origins: how many articles go back to each, and which of them are counted with reserve."""

from collections import Counter
from collections.abc import Mapping, Sequence, Set

from stemma.descent.families import components
from stemma.records import Article, Descent, Origin, Witness
from stemma.text.nouns import listed
from stemma.text.outlets import outlet_key

__all__ = ["language_of", "sentences"]

# So many articles that stand alone are named; more are counted, and stand in the list of origins.
_NAMED = 3

Groups = Sequence[Origin]
"""The origins with their articles."""


def sentences(
    groups: Groups,
    witnesses: Mapping[str, Witness],
    citing: Sequence[Descent],
    perhaps: Sequence[tuple[str, str]],
) -> str:
    """What each origin is, then the reserves, as one sentence.

    `citing` are citations by articles that are no kin of what they cite, `perhaps` pairs that are kin or may be.
    """
    names = {one: _name(one, groups, witnesses) for one in witnesses}
    cites: dict[str, list[str]] = {}
    for step in citing:
        cites.setdefault(step.copy, []).append(names[step.exemplar])
    open_ = _open(groups, perhaps)
    doubtful = {group.id for together in open_ for group in _doubtful(together)}
    alone = [group for group in groups if _is_alone(group)]
    parts = [_gone_back(group, names) for group in groups if group not in alone]
    own = [group.articles[0] for group in alone if group.id not in doubtful and group.articles[0] not in cites]
    abroad = _abroad(witnesses)
    parts += _origins_of_their_own([names[one] for one in own if one not in abroad])
    parts += [part for together in open_ for part in _reserve(together, names)]
    return "; ".join([*parts, *_citing(cites, names), *_translated(abroad, frozenset(own), names)])


def language_of(article: Article) -> str | None:
    """The language without its country, "en" of "en-GB"."""
    return article.language and article.language.casefold().partition("-")[0]


def _name(one: str, groups: Groups, witnesses: Mapping[str, Witness]) -> str:
    """The outlet; with the article's id where the outlet has reports under several origins."""
    article = witnesses[one].article
    if not article.outlet:
        return article.id
    key = outlet_key(article.outlet)
    of_outlet = {each for each, witness in witnesses.items() if outlet_key(witness.article.outlet or "") == key}
    several = sum(not of_outlet.isdisjoint(group.articles) for group in groups) > 1
    return f"{article.outlet} ({one})" if several else article.outlet


def _is_alone(group: Origin) -> bool:
    return len(group.articles) == 1 and group.hidden is None


def _gone_back(group: Origin, names: Mapping[str, str]) -> str:
    count = len(group.articles)
    articles = "1 article goes" if count == 1 else f"{count} articles go"
    at_hand = "" if group.hidden is None or group.name.endswith("not at hand") else ", which is not at hand"
    return f"{articles} back to {_root(group, names)}{at_hand}"


def _root(group: Origin, names: Mapping[str, str]) -> str:
    """The name of the first text, with its id where its outlet has other reports; of several what they are called."""
    name = names.get(group.id.removeprefix("origin:"), "")
    return name if name.startswith(f"{group.name} (") else group.name


def _origins_of_their_own(names: Sequence[str]) -> list[str]:
    if len(names) > _NAMED:
        return [f"{len(names)} articles are origins of their own"]
    if not names:
        return []
    return [f"{listed(names)} {'is an origin of its own' if len(names) == 1 else 'are origins of their own'}"]


def _open(groups: Groups, perhaps: Sequence[tuple[str, str]]) -> list[list[Origin]]:
    """Origins that may be one, for some of their articles may be kin."""
    of = {article: group.id for group in groups for article in group.articles}
    pairs = [(of[a], of[b]) for a, b in perhaps if a in of and b in of]
    by_id = {group.id: group for group in groups}
    return [[by_id[one] for one in together] for together in components(by_id, pairs) if len(together) > 1]


def _doubtful(together: Groups) -> list[Origin]:
    """Those that stand alone and may go back to the others."""
    return [group for group in together if _is_alone(group)]


def _reserve(together: Groups, names: Mapping[str, str]) -> list[str]:
    """The sentences on origins that may be one."""
    alone = [names[group.articles[0]] for group in _doubtful(together)]
    others = sorted(_root(group, names) for group in together if not _is_alone(group))
    found = [f"whether what goes back to {listed(others)} has one origin is not known"] if len(others) > 1 else []
    if not alone:
        return found
    several = len(alone) > 1
    shown = listed(alone) if len(alone) <= _NAMED else f"{len(alone)} articles"
    own = "may be origins of their own" if several else "may be an origin of its own"
    behind = (
        f"{'they go' if several else 'it goes'} back to {listed(others, 'or')} too"
        if others
        else "one text lies behind them"
    )
    return [*found, f"{shown} {own}; whether {behind} is not known"]


def _citing(cites: Mapping[str, Sequence[str]], names: Mapping[str, str]) -> list[str]:
    """Which origins may be none, for they cite another report and may tell of other matters beside."""
    if len(cites) > _NAMED:
        return [f"{len(cites)} of them cite other reports; whether the rest of these adds an origin is not known"]
    return [
        f"{names[copy]} cites {listed(cited)}; whether the rest of it adds an origin is not known"
        for copy, cited in cites.items()
    ]


def _translated(abroad: Sequence[str], own: Set[str], names: Mapping[str, str]) -> list[str]:
    """Which a translation may hide from: those in another language than most; of `own` nothing else is said."""
    alone, others = own & set(abroad), set(abroad) - own
    found = []
    if alone:
        several = len(alone) > 1
        own_origins, they = ("origins of their own", "they were") if several else ("an origin of its own", "it was")
        translated = f"{they} translated from another language"
        found.append(f"{_shown(alone, names)} may be {own_origins}; whether {translated} is not known")
    if others:
        was = "were" if len(others) > 1 else "was"
        found.append(f"whether {_shown(others, names)}, in another language, {was} translated is not known")
    return found


def _shown(members: Set[str], names: Mapping[str, str]) -> str:
    shown = sorted(names[one] for one in members)
    return listed(shown) if len(shown) <= _NAMED else f"{len(shown)} articles"


def _abroad(witnesses: Mapping[str, Witness]) -> list[str]:
    """Those in another language than most: of equals, than English, else than the first by its code."""
    spoken = {one: language_of(witness.article) for one, witness in witnesses.items()}
    counted = Counter(language for language in spoken.values() if language)
    most = min(counted, key=lambda language: (-counted[language], language != "en", language), default=None)
    return [one for one, language in spoken.items() if language not in (None, most)]
