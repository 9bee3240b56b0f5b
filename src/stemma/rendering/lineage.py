"""The lineage alone, as JSON and as GraphML."""

from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from stemma.records import Article, Findings
from stemma.rendering.encode import encoded
from stemma.rendering.objects import story_object
from stemma.rendering.wording import legible

__all__ = ["lineage_graphml", "lineage_json"]

_NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
# Key: (what it belongs to, GraphML type). GraphML declares each attribute before its use.
_KEYS = {
    "label": ("node", "string"),
    "siglum": ("node", "string"),
    "outlet": ("node", "string"),
    "published": ("node", "string"),
    "hidden": ("node", "boolean"),
    "operation": ("edge", "string"),
    "confidence": ("edge", "double"),
    "coverage": ("edge", "double"),
    "undecided": ("edge", "string"),
}


def lineage_json(findings: Findings, articles: Sequence[Article]) -> str:
    """The story object of the report without its claims; `witnesses` is added, naming each article's outlet."""
    story = story_object(findings)
    del story["claims"]
    members = set(findings.story.articles)
    witnesses = [
        {
            "article": article.id,
            "siglum": findings.sigla.get(article.id),
            "outlet": article.outlet,
            "published": article.published,
            "title": article.title,
        }
        for article in articles
        if article.id in members
    ]
    return encoded(story | {"witnesses": witnesses})


def lineage_graphml(findings: Findings, articles: Sequence[Article]) -> str:
    """GraphML: an edge runs from exemplar to copy; an undecided pair is an undirected edge with its reason."""
    root = Element("graphml", xmlns=_NAMESPACE)
    for key, (owner, kind) in _KEYS.items():
        SubElement(root, "key", {"id": key, "for": owner, "attr.name": key, "attr.type": kind})
    graph = SubElement(root, "graph", {"id": legible(findings.story.id), "edgedefault": "directed"})
    _nodes(graph, findings, {article.id: article for article in articles})
    _edges(graph, findings)
    indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode") + "\n"


def _nodes(graph: Element, findings: Findings, articles: dict[str, Article]) -> None:
    for hidden in findings.lineage.hidden:
        node = SubElement(graph, "node", {"id": hidden.id})
        _attributes(node, {"label": hidden.name, "outlet": hidden.name, "hidden": "true"})
    for member in findings.story.articles:
        node = SubElement(graph, "node", {"id": legible(member)})
        article = articles.get(member, Article(text="", id=member))
        named = {"label": article.outlet or member, "siglum": findings.sigla.get(member), "outlet": article.outlet}
        _attributes(node, named | {"published": article.published, "hidden": "false"})


def _edges(graph: Element, findings: Findings) -> None:
    for descent in findings.lineage.descent:
        ends = {"source": legible(descent.exemplar), "target": legible(descent.copy)}
        edge = SubElement(graph, "edge", ends)
        shares = {"confidence": str(descent.confidence), "coverage": str(descent.coverage)}
        _attributes(edge, {"operation": descent.operation, **shares})
    for pair in findings.lineage.undecided:
        ends = {"source": legible(pair.articles[0]), "target": legible(pair.articles[1]), "directed": "false"}
        _attributes(SubElement(graph, "edge", ends), {"undecided": pair.reason})


def _attributes(owner: Element, values: dict[str, str | None]) -> None:
    """The known values as GraphML data; XML forbids control characters, so words are made legible."""
    for key, value in values.items():
        if value is not None:
            SubElement(owner, "data", {"key": key}).text = legible(value)
