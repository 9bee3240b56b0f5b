"""From a raw page to an article."""

import re
from typing import Any

from stemma.extract.annotate import annotate
from stemma.extract.outlets import host_of
from stemma.records import Article, RawPage, Unreadable, digest

__all__ = ["extract"]

# A page's main text with fewer words than this is a picture, a login page or a list of links.
_LEAST_WORDS = 20
# The date finder refuses dates after this one; its default is today, and a result must not depend on the clock.
_NO_LIMIT = "2999-12-31"
# Where pages say when they were published, in the order of trust: Open Graph, schema.org, Dublin Core, custom.
_PUBLISHED = re.compile(
    r"""<meta\b[^>]*\b(?:property|name|itemprop)\s*=\s*["'](?:article:published_time|og:article:published_time|datePublished
    |dc\.date(?:\.issued)?|pubdate|publishdate|publish-date|date|parsely-pub-date|sailthru\.date)["'][^>]*>""",
    re.IGNORECASE | re.VERBOSE,
)
_CONTENT = re.compile(
    r"""\bcontent\s*=\s*["']\s*(\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?)?)\s*["']"""
)
_LINKED = re.compile(r'"datePublished"\s*:\s*"(\d{4}-\d\d-\d\d[^"]{0,20})"')


def extract(page: RawPage) -> Article | Unreadable:
    """The page's article, annotated. Unreadable where the page holds none."""
    if page.text is not None:
        if not page.text.strip():
            return Unreadable(page.input, "its text is empty; try: leave it out, or give the article's text")
        return annotate(_article(page, page.text, {}))
    found = _main_text(page.html or "", page.url)
    text = (found.get("text") or "").strip()
    if len(text.split()) < _LEAST_WORDS:
        problem = "no article was found in the page"
        return Unreadable(page.input, f"{problem}; try: save the page after it has loaded, or give its text as .txt")
    return annotate(_article(page, text, found))


def _article(page: RawPage, text: str, found: dict[str, Any]) -> Article:
    """What was given comes first, what the page's markup says second."""
    url = page.url or found.get("url")
    author = found.get("author")
    return Article(
        text=text,
        id=page.id or digest(text),
        outlet=page.outlet or found.get("sitename") or (host_of(url) if url else None),
        url=url,
        published=page.published or _published(page.html or "") or found.get("date"),
        title=page.title or found.get("title"),
        authors=page.authors or tuple(name.strip() for name in (author or "").split(";") if name.strip()),
        language=page.language or found.get("language"),
        extra=page.extra,
    )


def _published(html: str) -> str | None:
    """The time of publication as the page's markup gives it, to the second; None where it gives none."""
    dated = (_CONTENT.search(tag.group()) for tag in _PUBLISHED.finditer(html))
    first = next((match.group(1) for match in dated if match), None)
    linked = _LINKED.search(html)
    return first or (linked.group(1) if linked else None)


def _main_text(html: str, url: str | None) -> dict[str, Any]:
    """What the extractor finds, by its names; empty where it finds nothing or cannot read the markup."""
    import trafilatura  # imported late: half a second that plain text need not cost

    try:
        found = trafilatura.bare_extraction(
            html,
            url=url,
            include_comments=False,
            include_tables=False,
            with_metadata=True,
            date_extraction_params={"max_date": _NO_LIMIT, "original_date": True},
        )
    except (ValueError, TypeError, AttributeError, RecursionError):  # what malformed markup has made it raise
        return {}
    if found is None:
        return {}
    return found if isinstance(found, dict) else dict(found.as_dict())
