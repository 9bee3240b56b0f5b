"""From a raw page to an article."""

from typing import Any

from stemma.extract.annotate import annotate
from stemma.extract.outlets import host_of
from stemma.records import Article, RawPage, Unreadable, digest

__all__ = ["extract"]

# A page's main text with fewer words than this is a picture, a login page or a list of links.
_LEAST_WORDS = 20


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
        published=page.published or found.get("date"),
        title=page.title or found.get("title"),
        authors=page.authors or tuple(name.strip() for name in (author or "").split(";") if name.strip()),
        language=page.language or found.get("language"),
        extra=page.extra,
    )


def _main_text(html: str, url: str | None) -> dict[str, Any]:
    """What the extractor finds, by its names; empty where it finds nothing or cannot read the markup."""
    import trafilatura  # imported late: half a second that plain text need not cost

    try:
        found = trafilatura.bare_extraction(
            html, url=url, include_comments=False, include_tables=False, with_metadata=True
        )
    except (ValueError, TypeError, AttributeError, RecursionError):  # what malformed markup has made it raise
        return {}
    if found is None:
        return {}
    return found if isinstance(found, dict) else dict(found.as_dict())
