"""Families grown from bases: one witness after another, each copied from earlier ones."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from random import Random
from typing import NamedTuple

from evals.traditions.copying import Copied, copied, operation_for
from evals.traditions.nearness import stands_nearest
from evals.traditions.outlets import credit_line, host, outlets
from evals.traditions.plans import Plan
from evals.traditions.prose import Prose, bases
from stemma.records import Article, digest

__all__ = ["Made", "Node", "grow"]

# A draw is repeated up to so often until the copy stands nearest to its own exemplar; a large star of short cuts may
# not allow it, and then keeps the last draw.
_DRAWS = 40
# Copies that credit, in a tradition with credits: newsrooms forget it often enough (chosen by eye).
_CREDITING = 0.7
# In a contaminated tradition the last quarter of the witnesses are merges.
_MERGES = 0.25
# The witness that is withheld where an inner one is, and how many copies it gets at least.
_INNER = 1
_INNER_COPIES = 3


class Node(NamedTuple):
    """A witness with its truth: `parents` are places in the tradition, `origins` ids of bases.

    `clock` is when it was made, whether or not the article shows it; `credited`: it names its exemplar.
    """

    article: Article
    prose: Prose
    parents: tuple[int, ...]
    operation: str
    origins: tuple[str, ...]
    clock: datetime
    credited: bool


class Made(NamedTuple):
    """A tradition as it was made, each witness behind its exemplars; `withheld` are places never shown."""

    plan: Plan
    nodes: tuple[Node, ...]
    withheld: frozenset[int]

    @property
    def given(self) -> list[Article]:
        """What the program is shown, by id."""
        shown = [node.article for place, node in enumerate(self.nodes) if place not in self.withheld]
        return sorted(shown, key=lambda article: article.id)


def grow(plan: Plan) -> Made:
    """The tradition of the plan; the same in every run, for chance is seeded from the plan's id."""
    chance = Random(digest("tradition", plan.id))
    names = outlets(plan.size, chance)
    nodes = [_root(plan, base, names[place], chance) for place, base in enumerate(plan.bases)]
    while len(nodes) < plan.size:
        nodes.append(_copy(plan, nodes, names[len(nodes)], chance))
    lost = {"none": [], "root": list(range(len(plan.bases))), "inner": [_INNER]}
    return Made(plan, tuple(nodes), frozenset(lost[plan.loss]))


def _root(plan: Plan, name: str, outlet: str, chance: Random) -> Node:
    base = bases()[name]
    clock = datetime.fromisoformat(f"{base.day}T05:00:00") + timedelta(minutes=chance.randrange(300))
    article = _article(plan, (outlet, base.title), base.body, clock, [])
    return Node(article, base.body, (), "original", (name,), clock, False)


def _article(plan: Plan, head: tuple[str, str], prose: Prose, clock: datetime, last: Sequence[str]) -> Article:
    outlet, title = head
    text = "\n\n".join([*(" ".join(sentence.text for sentence in paragraph) for paragraph in prose), *last])
    identity = digest(plan.id, outlet, text)
    shown = {"times": clock.isoformat(timespec="minutes"), "days": clock.date().isoformat(), "none": None}
    url = f"https://{host(outlet)}/{digest(identity, 'page', size=4)}"
    return Article(id=identity, text=text, outlet=outlet, url=url, title=title, published=shown[plan.dates])


def _copy(plan: Plan, nodes: Sequence[Node], outlet: str, chance: Random) -> Node:
    parents = _parents(plan, nodes, chance)
    exemplars = [nodes[place] for place in parents]
    outlets_of_copies = [node.article.outlet for node in nodes if parents[0] in node.parents]
    revised = exemplars[0].article.outlet in outlets_of_copies
    operation = "merge" if len(parents) > 1 else operation_for(plan, exemplars[0].prose, revised, chance)
    origins = tuple(sorted({origin for node in exemplars for origin in node.origins}))
    sources = [(node.prose, node.article.outlet or "") for node in exemplars]
    drawn = copied(operation, sources, origins, chance)
    for _ in range(_DRAWS):
        if operation == "cite" or all(stands_nearest(drawn.prose, nodes, place) for place in parents):
            break
        drawn = copied(operation, sources, origins, chance)
    return _dressed(plan, exemplars, (operation, drawn), outlet, chance)._replace(parents=parents, origins=origins)


def _dressed(plan: Plan, exemplars: Sequence[Node], made: tuple[str, Copied], outlet: str, chance: Random) -> Node:
    """The copy as an article: whose, when, under which title, and with which last lines."""
    operation, drawn = made
    article = exemplars[0].article
    revised = operation in ("update", "correct")
    crediting = plan.credits and operation in ("cut", "reorder", "respell", "rewrite") and chance.random() < _CREDITING
    last = [credit_line(article.outlet or "", chance)] if crediting else []
    clock = max(node.clock for node in exemplars) + _delay(plan, chance)
    head = ((article.outlet or "") if revised else outlet, drawn.title or article.title or "")
    shown = _article(plan, head, drawn.prose, clock, [*drawn.notices, *last])
    return Node(shown, drawn.prose, (), operation, (), clock, crediting or operation == "cite")


def _delay(plan: Plan, chance: Random) -> timedelta:
    """A copy follows within hours; where only days are shown, on a later day, so that the days tell something."""
    return (
        timedelta(days=chance.randrange(1, 3)) if plan.dates == "days" else timedelta(minutes=chance.randrange(20, 600))
    )


def _parents(plan: Plan, nodes: Sequence[Node], chance: Random) -> tuple[int, ...]:
    """The places of the next copy's exemplars."""
    place, roots = len(nodes), len(plan.bases)
    if plan.shape == "star":
        return (0,)
    if plan.shape == "chain":
        return (place - 1,)
    if plan.loss == "inner" and place <= _INNER + _INNER_COPIES:
        return (0,) if place == _INNER else (_INNER,)
    if plan.loss == "root" and place < 3 * roots:  # so that each lost root has copies of its own
        return (place % roots,)
    if plan.shape == "contaminated" and place >= plan.size - max(1, round(_MERGES * plan.size)):
        return tuple(_any_of(nodes, chance, origin) for origin in plan.bases)
    return (_any_of(nodes, chance, plan.bases[place % roots]),)


def _any_of(nodes: Sequence[Node], chance: Random, origin: str) -> int:
    """A witness of this origin alone; nobody here copies an article that only cites."""
    return chance.choice(
        [place for place, node in enumerate(nodes) if node.origins == (origin,) and node.operation != "cite"]
    )
