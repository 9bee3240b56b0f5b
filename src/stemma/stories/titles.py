"""What a story is called."""

from collections import Counter
from collections.abc import Sequence

import msgspec

from stemma.records import Article, Lineage, Story
from stemma.stories.reading import language
from stemma.text.sentences import sentences

__all__ = ["entitled", "title_of"]

_TITLE_LENGTH = 100  # characters: two lines of a terminal


def entitled(story: Story, articles: Sequence[Article], lineage: Lineage) -> Story:
    """The story under a headline of its own reporters: that from which most copies were made, else that of no rewrite.

    Where no copy's exemplar is at hand, the earliest that is not rewritten heads it, if a rewrite did.
    """
    rewritten = {edge.copy for edge in lineage.descent if edge.operation == "rewrite"}
    sound = [article for article in articles if article.title and article.id not in rewritten]
    copies = Counter(edge.exemplar for edge in lineage.descent)
    copied = [article for article in sound if copies[article.id]]
    if not copied and (not sound or any(title_of(article) == story.title for article in sound)):
        return story
    best = min(copied or sound, key=lambda article: (-copies[article.id], article.published or "9999", article.id))
    return msgspec.structs.replace(story, title=title_of(best))


def title_of(article: Article) -> str:
    """The title, else the first sentence that is the story's own, else the id; at most 100 characters."""
    title = " ".join((article.title or "").split()) or _first_sentence(article) or article.id
    if len(title) <= _TITLE_LENGTH:
        return title
    cut = title[: _TITLE_LENGTH - 1]
    return (cut.rsplit(" ", 1)[0].rstrip(" ,;:–—-") or cut) + "…"


def _first_sentence(article: Article) -> str:
    """The first sentence in which no words are set aside; "" if there is none."""
    asides = [aside.span for aside in article.set_aside]
    for start, end in sentences(article.text, language(article)):
        if not any(start < aside.end and aside.start < end for aside in asides):
            return " ".join(article.text[start:end].split())
    return ""
