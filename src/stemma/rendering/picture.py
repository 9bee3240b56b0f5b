"""The family tree as an SVG picture."""

from collections.abc import Iterator, Sequence
from importlib.resources import files
from xml.etree.ElementTree import Element, SubElement, tostring

from stemma.records import Article, Descent, Findings, digest
from stemma.rendering.cast import Branch, Cast, cast_of, forest
from stemma.rendering.layout import BOX, GAP, Place, Plan, planned
from stemma.rendering.wording import (
    NO_DESCENT,
    OPERATIONS,
    UNDECIDED,
    counted,
    legible,
    origins_line,
    percent,
    shortened,
)

__all__ = ["PALETTE", "group_class", "inline_tree", "tree_svg"]

# Origin groups told apart by colour: Okabe and Ito's palette has seven usable on white; later groups take the last.
# The word "Origin" and its number stand beside the colour.
PALETTE = 7
# Widths of bold letters of 13 units in the common sans-serif faces, measured in DejaVu Sans, the widest of them.
_NARROW, _ORDINARY, _WIDE = 5.6, 8.9, 13.0
_ARC = 46  # how far the line between two undecided kin swings out
_BOX_WIDTH, _BOX_HEIGHT = BOX


def tree_svg(findings: Findings, articles: Sequence[Article]) -> str:
    """The family of one story as an SVG file of its own, for light and for dark pages."""
    root = _drawn(findings, cast_of(findings, articles))
    root.set("xmlns", "http://www.w3.org/2000/svg")
    style = Element("style")
    style.text = files("stemma.rendering").joinpath("templates", "tree.css").read_text(encoding="utf-8")
    root.insert(2, style)
    return tostring(root, encoding="unicode") + "\n"


def inline_tree(findings: Findings, cast: Cast) -> str:
    """The same picture for a page that brings the styles."""
    return tostring(_drawn(findings, cast), encoding="unicode")


def group_class(number: int | None) -> str:
    """The style class of an origin group; "none" for a member of no group."""
    return "none" if number is None else f"g{min(number, PALETTE - 1)}"


def _drawn(findings: Findings, cast: Cast) -> Element:
    roots = forest(findings, cast)
    plan = planned(tuple(_headed(roots, cast)))
    mark = digest("tree", findings.story.id)
    places = {place.branch.member: place for place in plan.places}
    width = max(plan.width, _swing(findings, places))
    deep = " deep" if len({place.x for place in plan.places}) > 2 else ""  # too wide to shrink to a telephone
    root = Element("svg", {"class": f"tree{deep}", "role": "img", "aria-labelledby": f"t{mark} d{mark}"})
    root.set("viewBox", f"0 0 {width:g} {plan.height:g}")
    root.set("width", f"{width:g}")
    root.set("height", f"{plan.height:g}")
    count = counted(len(findings.story.articles), "article")
    SubElement(
        root, "title", {"id": f"t{mark}"}
    ).text = f"Family tree: {count}, {origins_line(findings.lineage.origins)}"
    SubElement(root, "desc", {"id": f"d{mark}"}).text = _described(findings, cast)
    _lines(root, plan, places)
    for pair in findings.lineage.undecided:
        _open_question(root, *(places[member] for member in pair.articles if member in places))
    for place in plan.places:
        _box(root, place, cast)
    return root


def _swing(findings: Findings, places: dict[str, Place]) -> float:
    """How far to the right the dotted lines reach."""
    kin = (member for pair in findings.lineage.undecided for member in pair.articles if member in places)
    return max((places[member].x + _BOX_WIDTH + _ARC for member in kin), default=0)


def _headed(roots: Sequence[Branch], cast: Cast) -> Iterator[tuple[str, Branch]]:
    """Each root with the line above it: the origin's number, once for each group."""
    before: int | None = None
    for root in roots:
        group = _group(root, cast)
        yield ("" if group is None or group == before else f"Origin {group + 1}"), root
        before = group


def _group(branch: Branch, cast: Cast) -> int | None:
    """The group of a member; a hidden exemplar has that of its first copy."""
    below = (_group(under, cast) for under in branch.branches)
    return cast.groups.get(branch.member, next((group for group in below if group is not None), None))


def _described(findings: Findings, cast: Cast) -> str:
    """The picture in words, for those who do not see it."""
    edges = [
        f"{cast.label(descent.copy)}: {OPERATIONS[descent.operation]} of {cast.label(descent.exemplar)},"
        f" {percent(descent.coverage)} accounted for."
        for descent in findings.lineage.descent
    ]
    edges += [
        f"{cast.label(pair.articles[0])} and {cast.label(pair.articles[1])}: {UNDECIDED}."
        for pair in findings.lineage.undecided
    ]
    return " ".join(edges) or NO_DESCENT


def _lines(root: Element, plan: Plan, places: dict[str, Place]) -> None:
    """A line from each exemplar to each copy, the operation and the share written on it."""
    for place in plan.places:
        main = [place.branch.descent] if place.branch.descent else []
        for descent in (*main, *place.branch.others):
            if descent.exemplar in places:
                second = descent not in main
                _line(root, (places[descent.exemplar], place), descent, "edge second" if second else "edge")


def _line(root: Element, ends: tuple[Place, Place], descent: Descent, style: str) -> None:
    start, end = ends
    x1, y1 = start.x + _BOX_WIDTH, start.y + _BOX_HEIGHT / 2
    x2, y2 = end.x, end.y + _BOX_HEIGHT / 2
    bend = x1 + 22  # the curve is over before the words begin
    path = f"M{x1:g} {y1:g} C{bend:g} {y1:g} {x1 + 6:g} {y2:g} {x1 + 30:g} {y2:g} L{x2:g} {y2:g}"
    SubElement(root, "path", {"class": style, "d": path})
    SubElement(
        root, "path", {"class": "edge", "d": f"M{x2 - 7:g} {y2 - 4:g} L{x2 - 1:g} {y2:g} L{x2 - 7:g} {y2 + 4:g}"}
    )
    middle = f"{x2 - (GAP[0] - 26) / 2:g}"
    _words(root, (middle, f"{y2 - 5:g}"), OPERATIONS[descent.operation], "operation")
    _words(root, (middle, f"{y2 + 14:g}"), percent(descent.coverage), "share")


def _open_question(root: Element, *ends: Place) -> None:
    """A dotted line between two kin of which neither is known to be the exemplar."""
    if len(ends) != 2:
        return
    (first, second) = sorted(ends, key=lambda place: place.y)
    x1, y1 = first.x + _BOX_WIDTH, first.y + _BOX_HEIGHT / 2
    x2, y2 = second.x + _BOX_WIDTH, second.y + _BOX_HEIGHT / 2
    swing = max(x1, x2) + _ARC - 12
    SubElement(root, "path", {"class": "open", "d": f"M{x1:g} {y1:g} C{swing:g} {y1:g} {swing:g} {y2:g} {x2:g} {y2:g}"})
    x, y = (x1 + x2 + 6 * swing) / 8, (y1 + y2) / 2  # the curve's middle, by Bernstein's weights 1 3 3 1
    SubElement(root, "circle", {"class": "ask", "cx": f"{x:g}", "cy": f"{y:g}", "r": "10"})
    _words(root, (f"{x:g}", f"{y + 5:g}"), "?", "question")


def _box(root: Element, place: Place, cast: Cast) -> None:
    member = place.branch.member
    hidden = member in cast.hidden
    if place.label:
        _words(root, (f"{place.x:g}", f"{place.y - 8:g}"), place.label, "origin")
    style = f"box {group_class(_group(place.branch, cast))}{' hidden' if hidden else ''}"
    group = SubElement(root, "g", {"class": style})
    frame = {"x": f"{place.x:g}", "y": f"{place.y:g}", "width": str(_BOX_WIDTH), "height": str(_BOX_HEIGHT), "rx": "6"}
    SubElement(group, "rect", {"class": "frame", **frame})
    left = place.x + (12 if hidden else 42)
    if not hidden:
        SubElement(group, "circle", {"class": "disc", "cx": f"{place.x + 23:g}", "cy": f"{place.y + 23:g}", "r": "13"})
        _words(group, (f"{place.x + 23:g}", f"{place.y + 28:g}"), cast.siglum(member), "siglum")
    name = (cast.hidden[member].name or "Unnamed report") if hidden else cast.name(member)
    _words(group, (f"{left:g}", f"{place.y + 20:g}"), _fitting(name, place.x + _BOX_WIDTH - left - 3), "name")
    _words(group, (f"{left:g}", f"{place.y + 36:g}"), _note(member, cast), "note")


def _fitting(name: str, room: float) -> str:
    """The name, shortened so that it keeps within its box."""
    name = legible(name)
    used = 0.0
    for place, letter in enumerate(name):
        used += _NARROW if letter in " .,'’-ijlftrI|:" else _WIDE if letter in "mwMW@—" else _ORDINARY
        if used > room:
            return shortened(name, place - 1)  # one letter more than is cut makes room for the ellipsis, which is wide
    return name


def _note(member: str, cast: Cast) -> str:
    """The second line of a box."""
    if member in cast.hidden:
        return "hidden, not at hand"
    article = cast.articles.get(member)
    return legible(article.published or "")[:10] or "no date" if article else "not read"


def _words(root: Element, at: tuple[str, str], words: str, style: str) -> None:
    SubElement(root, "text", {"class": style, "x": at[0], "y": at[1]}).text = words
