"""Stories to measure speed on: so many articles of about 500 words, most of them copies."""

from itertools import accumulate
from random import Random
from typing import NamedTuple

from evals.traditions.operations import rewritten
from evals.traditions.outlets import host, outlets
from evals.traditions.prose import Prose, bases, words_of
from stemma.records import Article, digest

__all__ = ["Grown", "grown", "story"]

# Originals have up to so many words and copies lose some, so that the articles have about 500 on average; a text of
# fewer than the second number is not copied on.
_ORIGINAL_WORDS = 560
_LEAST_WORDS = 480
# One article in so many is an original, up to the number that the bases give: wires are few, their copies many.
_COPIES = 5
# Half of the copies are also rewritten (chosen by eye).
_REWRITES = 0.5
_CUT, _TURNED, _SPUN = 0.06, 0.6, 0.5
_OUTLETS = 150


class Grown(NamedTuple):
    """An article, and the place of the original that it goes back to."""

    article: Article
    origin: int


def story(size: int) -> list[Article]:
    """So many articles (10, 50, 300, ...) of about 500 words, sorted by id; the same in every run.

    They are for measuring time: originals are put together from two bases each and do not report one event.
    """
    return [one.article for one in grown(size)]


def grown(size: int) -> list[Grown]:
    """The articles of `story`, each with its origin: two are kin where it is the same."""
    chance = Random(digest("story", str(size)))
    texts = list(enumerate(_originals()[: max(1, size // _COPIES)]))
    while len(texts) < size:
        origin, exemplar = chance.choice([(origin, text) for origin, text in texts if words_of(text) >= _LEAST_WORDS])
        turns = [("there and back", _TURNED), ("spin", _SPUN)] if chance.random() < _REWRITES else []
        texts.append((origin, rewritten(exemplar, [("cut", chance.random() * _CUT), *turns], chance)))
    names = outlets(_OUTLETS, chance)
    articles = [_article(names[at % _OUTLETS], f"{size} {at}", text) for at, (_, text) in enumerate(texts)]
    made = [Grown(article, origin) for article, (origin, _) in zip(articles, texts, strict=True)]
    return sorted(made, key=lambda one: one.article.id)


def _originals() -> list[Prose]:
    """Two bases each with their background, no sentence in two of them."""
    found = list(bases().values())
    pairs = zip(found[::2], found[1::2], strict=False)
    return [_shortened((*one.body, *one.background, *other.body, *other.background)) for one, other in pairs]


def _shortened(text: Prose) -> Prose:
    """The first paragraphs, up to the words of an original."""
    ends = accumulate(words_of((paragraph,)) for paragraph in text)
    return tuple(paragraph for paragraph, end in zip(text, ends, strict=True) if end <= _ORIGINAL_WORDS)


def _article(outlet: str, name: str, prose: Prose) -> Article:
    text = "\n\n".join(" ".join(sentence.text for sentence in paragraph) for paragraph in prose)
    return Article(id=digest("speed", name), text=text, outlet=outlet, url=f"https://{host(outlet)}/{digest(name)}")
