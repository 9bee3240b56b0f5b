"""Adds to an article what its text says about itself."""

import json
from collections.abc import Mapping

import msgspec

from stemma.extract.credits import credits_of
from stemma.extract.furniture import reason_for
from stemma.extract.head import head_of
from stemma.extract.headline import headline_of, repeats
from stemma.extract.language import language_of
from stemma.extract.opening import Opening, date_head, opening_of
from stemma.extract.outlets import host_of
from stemma.extract.paragraph import Paragraph, paragraphs_of
from stemma.extract.published import iso_date
from stemma.records import Article, SetAside, SetAsideReason
from stemma.text.bylines import divided

__all__ = ["annotate"]

Aside = dict[tuple[int, int], SetAsideReason]


def annotate(article: Article) -> Article:
    """The article with its credits and set-aside words, and with title, date, authors, outlet and language if missing.

    The text and the id stay as they are, and so does what was given. Annotating twice changes nothing.
    """
    if article.extracted:
        return article
    labelled = head_of(article.text)
    paragraphs = [
        line for line in paragraphs_of(article.text, labelled.end) if (line.start, line.end) not in labelled.lines
    ]
    opening = opening_of(article.text, paragraphs, has_outlet=_has_outlet(article, labelled.fields))
    article = _known(article, labelled.fields, opening)
    repeated = repeats(paragraphs, article.title)
    furniture = _furniture(paragraphs)
    aside: Aside = dict.fromkeys(labelled.lines, "other")
    aside.update({(paragraphs[index].start, paragraphs[index].end): "navigation" for index in repeated})
    aside.update(dict.fromkeys(opening.aside, "dateline"))
    aside.update(furniture)
    captions = {extent for extent, reason in furniture.items() if reason == "caption"}
    whole = {index for index, paragraph in enumerate(paragraphs) if (paragraph.start, paragraph.end) in aside}
    written = _published(article, opening)
    head = date_head(article.text)
    if head is not None:
        aside[head[0], head[1]] = "other"
    return msgspec.structs.replace(
        article,
        title=article.title or headline_of(paragraphs, whole, repeated),
        published=iso_date(written) if written else None,
        extra=_with_unread(article.extra, written),
        authors=article.authors or opening.authors,
        language=article.language or language_of(_body(paragraphs, whole)),
        credits=credits_of(article, [line for line in paragraphs if line[:2] not in captions], opening.credits),
        set_aside=tuple(SetAside(article.span(*extent), reason) for extent, reason in sorted(aside.items())),
        extracted=True,
    )


def _has_outlet(article: Article, labelled: Mapping[str, str]) -> bool:
    return bool(article.outlet or article.url or labelled.get("outlet") or labelled.get("url"))


def _known(article: Article, labelled: Mapping[str, str], opening: Opening) -> Article:
    """The article with what its head or opening names and was not given; the head's labels count first."""
    url = article.url or labelled.get("url")
    named = labelled.get("authors")
    return msgspec.structs.replace(
        article,
        url=url,
        outlet=article.outlet or labelled.get("outlet") or (host_of(url) if url else None) or opening.outlet,
        title=article.title or labelled.get("title"),
        published=article.published or labelled.get("published"),
        authors=article.authors or (divided(named) if named else ()),
    )


def _furniture(paragraphs: list[Paragraph]) -> Aside:
    last = len(paragraphs) - 1
    found = ((paragraph, reason_for(paragraph, index == last)) for index, paragraph in enumerate(paragraphs))
    return {(paragraph.start, paragraph.end): reason for paragraph, reason in found if reason is not None}


def _published(article: Article, opening: Opening) -> str | None:
    """The date that was given, else the date head's, else the date line's, as written."""
    head = date_head(article.text)
    return article.published or (head[2] if head is not None else opening.date)


def _with_unread(extra: str, written: str | None) -> str:
    """The other fields, with a date of publication that was given and is none, or one of two."""
    if not written or iso_date(written) is not None:
        return extra
    kept = json.loads(extra)
    return json.dumps({"published": written} | kept, sort_keys=True)


def _body(paragraphs: list[Paragraph], aside: set[int]) -> str:
    return "\n".join(paragraph.text for index, paragraph in enumerate(paragraphs[:40]) if index not in aside)
