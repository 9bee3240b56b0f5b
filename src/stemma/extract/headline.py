"""The headline in the text, and the lines that only repeat it."""

import re
from collections.abc import Sequence

from stemma.extract.paragraph import Paragraph, bare_words

__all__ = ["headline_of", "repeats"]

_LONGEST = 25  # words; headlines run to 20, a deck beneath one is a sentence
_BODY = 20  # words that a paragraph of the body has at least
_NEAR = 6  # a repeated headline stands among the first lines
_LEAST_SHARED = 20  # letters of a headline that a breadcrumb must repeat; section names are shorter
_MOST_BEFORE = 60  # letters of section names before the headline in a breadcrumb


def repeats(paragraphs: Sequence[Paragraph], title: str | None) -> dict[int, str]:
    """Indexes of breadcrumbs and of lines that say the headline again, each with the headline's own words."""
    found: dict[int, str] = {}
    seen: dict[str, int] = {}
    near = [(index, paragraph) for index, paragraph in enumerate(paragraphs[:_NEAR]) if paragraph.words <= 2 * _LONGEST]
    for index, paragraph in near:
        crumb = _breadcrumb(paragraph, [later for at, later in near if index < at <= index + 2], title)
        if crumb is not None:
            found[index] = crumb
        elif paragraph.words <= _LONGEST and paragraph.squeezed in seen and len(paragraph.squeezed) >= _LEAST_SHARED:
            found[index] = paragraphs[seen[paragraph.squeezed]].text
        else:
            seen.setdefault(paragraph.squeezed, index)
    return found


def _breadcrumb(paragraph: Paragraph, later: Sequence[Paragraph], title: str | None) -> str | None:
    """The headline that the paragraph runs together with the names of the site's sections."""
    if not re.match(r"Home(?:[A-ZÀ-Þ]|\s?[>»›/|])", paragraph.text):
        return None
    for headline in [*(line.text for line in later if line.words <= _LONGEST), *([title] if title else [])]:
        at = paragraph.squeezed.find(bare_words(headline)[: _LEAST_SHARED + 10])
        if 0 < at <= _MOST_BEFORE and len(bare_words(headline)) >= _LEAST_SHARED:
            return headline
    return None


def headline_of(paragraphs: Sequence[Paragraph], aside: set[int], repeated: dict[int, str]) -> str | None:
    """The text's own headline: what a breadcrumb repeats, else a short first line without a full stop over a body."""
    if repeated:
        return repeated[min(repeated)].strip()
    left = [paragraph for index, paragraph in enumerate(paragraphs) if index not in aside]
    if len(left) < 2 or not _is_headline(left[0]):
        return None
    return left[0].text.strip() if any(paragraph.words >= _BODY for paragraph in left[1:4]) else None


def _is_headline(paragraph: Paragraph) -> bool:
    text = paragraph.text.lstrip("# ")
    closed = text.rstrip("\"”’')").endswith((".", ":", ";", ",", "…")) and not re.search(r"\b[A-Z]\.[A-Z]\.$", text)
    return 2 <= paragraph.words <= _LONGEST and not closed and "\n" not in text
