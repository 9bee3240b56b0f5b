"""The report as one page: no network, no outside files, every stranger's word escaped."""

from base64 import b64encode
from collections.abc import Callable, Sequence
from functools import cache
from hashlib import sha256
from importlib.resources import files
from urllib.parse import urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from stemma.records import Article, Comparison, Findings, Span, Unreadable
from stemma.rendering import wording
from stemma.rendering.cast import Cast, cast_of
from stemma.rendering.difference import LONGEST, difference
from stemma.rendering.encode import well_formed
from stemma.rendering.interest import by_interest, by_severity, by_verdict
from stemma.rendering.pair import pair_cast
from stemma.rendering.picture import group_class, inline_tree
from stemma.rendering.readings import cited, stretches
from stemma.rendering.said_by import said_by

__all__ = ["comparison_html", "report_page", "safe_url"]


def report_page(
    articles: Sequence[Article], stories: Sequence[Findings], unreadable: Sequence[Unreadable], version: str
) -> str:
    """The page of a whole report. It holds every article in full."""
    first = sorted(stories, key=lambda findings: len(findings.story.articles) == 1)  # those with something to compare
    told = [_story(findings, articles) for findings in first]
    read = {"articles": articles, "unreadable": unreadable}
    return _rendered("report.html", read | {"stories": told, "version": version, "anchor": _anchors(articles)})


def comparison_html(comparison: Comparison, articles: Sequence[Article], version: str = "") -> str:
    """The page of two articles: kinship, changes, and their passages side by side. Both must be among `articles`."""
    cast = pair_cast(comparison, articles)
    shown = cast.ordered()
    readings = {article.id: tuple(stretches(article, cited(comparison), (comparison.alignment,))) for article in shown}
    content = {"comparison": comparison, "cast": cast, "changes": by_severity(comparison.changes)}
    return _rendered("comparison.html", content | {"readings": readings, "version": version, "anchor": _anchors(shown)})


def safe_url(url: str | None) -> str | None:
    """The address if it is one of the web's (http, https), else None: nothing else becomes a link."""
    if not url or any(character.isspace() or not character.isprintable() for character in url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.netloc else None


def _story(findings: Findings, articles: Sequence[Article]) -> dict[str, object]:
    """What the templates show of one story."""
    cast = cast_of(findings, articles)
    spans = cited(findings)
    readings = {article.id: tuple(stretches(article, spans, findings.alignments)) for article in cast.ordered()}
    return {
        "findings": findings,
        "cast": cast,
        "tree": Markup(inline_tree(findings, cast)),
        "claims": by_interest(findings.claims),
        "figures": by_verdict(findings.figures),
        "changes": by_severity(findings.changes),
        "readings": readings,
    }


def _anchors(articles: Sequence[Article]) -> Callable[[str | Span], str]:
    """What gives each article, and each span of one, its id in the page: "a3", "a3-120-185"; "" if it is not shown."""
    numbers = {article.id: number for number, article in enumerate(articles, start=1)}

    def anchor(target: str | Span) -> str:
        article = target.article if isinstance(target, Span) else target
        if article not in numbers:
            return ""
        place = f"-{target.start}-{target.end}" if isinstance(target, Span) else ""
        return f"a{numbers[article]}{place}"

    return anchor


def _rendered(template: str, content: dict[str, object]) -> str:
    style, script = _resource("tree.css") + _resource("page.css"), _resource("page.js")
    page = _environment().get_template(template)
    policy = {"style_digest": _digest(style), "script_digest": _digest(script)}
    return well_formed(page.render(content, style=style, script=script, **policy))


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("stemma.rendering"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals |= {name: getattr(wording, name) for name in wording.__all__}
    environment.globals |= {
        "difference": difference,
        "longest": LONGEST,
        "safe_url": safe_url,
        "said_by": said_by,
        "palette": _palette,
    }
    return environment


def _palette(cast: Cast, member: str) -> str:
    """The style class of the group that a member belongs to."""
    return group_class(cast.groups.get(member))


@cache
def _resource(name: str) -> Markup:
    """A style sheet or script of ours, put into the page as it stands."""
    source = files("stemma.rendering").joinpath("templates", name).read_text(encoding="utf-8")
    return Markup(source)


def _digest(content: str) -> str:
    """The digest by which the page's policy admits this style or script and no other."""
    return b64encode(sha256(content.encode("utf-8")).digest()).decode("ascii")
