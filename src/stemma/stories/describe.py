"""A story's head, and why each article belongs to it."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy
from scipy.sparse import csr_matrix

from stemma.records import Article, Joining, Story, digest
from stemma.stories.pairs import FEATURES, features
from stemma.stories.probability import probabilities
from stemma.stories.space import Space
from stemma.stories.terms import Terms, day
from stemma.text.sentences import sentences

__all__ = ["Collection", "story"]

_TITLE_LENGTH = 100
# Rarer than one article in a hundred: a reader takes the word for telling (chosen by eye).
_TELLING = 4.6
_WORDS_SHOWN, _NAMES_SHOWN = 4, 3  # a sentence that a reader takes in at once (chosen by eye)


class Collection(NamedTuple):
    """The articles with their terms and vectors, in one order."""

    articles: Sequence[Article]
    counted: Sequence[Terms]
    where: Space


def story(among: Collection, members: Sequence[int]) -> Story:
    """The story of the articles in these rows (ascending)."""
    articles = [among.articles[row] for row in members]
    closest, central = _closest(among.where.body, members)
    published = sorted(date for article in articles if (date := _date(article.published)))
    ids = tuple(sorted(article.id for article in articles))
    return Story(
        id=f"story:{digest(*ids)}",
        title=_title(articles[central]),
        first=published[0] if published else None,
        last=published[-1] if published else None,
        articles=ids,
        joinings=_joinings(among, members, closest) if len(members) > 1 else (),
    )


def _closest(body: csr_matrix, members: Sequence[int]) -> tuple[list[int], int]:
    """For each member the place of the one most like it, and the place of the one most like all others."""
    rows = body[list(members)]
    closest: list[int] = []
    sums: list[float] = []
    for place in range(len(members)):
        likeness = numpy.round((rows @ rows[place].T).toarray().ravel(), 9)  # so that rounding breaks no tie
        likeness[place] = -1.0
        closest.append(int(likeness.argmax()))
        sums.append(float(likeness.sum()))
    return closest, int(numpy.argmax(numpy.round(sums, 6)))


def _title(article: Article) -> str:
    """The title, else the first sentence that is the story's own, else the id; at most 100 characters."""
    title = " ".join((article.title or "").split()) or _first_sentence(article) or article.id
    if len(title) <= _TITLE_LENGTH:
        return title
    return title[: _TITLE_LENGTH - 1].rsplit(" ", 1)[0].rstrip(" ,;:–—-") + "…"


def _first_sentence(article: Article) -> str:
    asides = [(aside.span.start, aside.span.end) for aside in article.set_aside]
    for start, end in sentences(article.text, article.language or "en"):
        if not any(start < last and first < end for first, last in asides):
            return " ".join(article.text[start:end].split())
    return ""


def _date(published: str | None) -> str | None:
    return published[:10] if published and day(published) is not None else None


def _joinings(among: Collection, members: Sequence[int], closest: list[int]) -> tuple[Joining, ...]:
    left = numpy.array(members)
    right = left[closest]
    likely = probabilities(features(among.where, among.counted, left, right), FEATURES)
    return tuple(
        Joining(among.articles[one].id, among.articles[other].id, round(float(chance), 3), _why(among, one, other))
        for one, other, chance in zip(left.tolist(), right.tolist(), likely, strict=True)
    )


def _why(among: Collection, one: int, other: int) -> str:
    """One sentence: the shared words and names that tell most, and the days between."""
    names = _shared_names(among, one, other)
    words = _shared_words(among, one, other, names)
    parts = []
    if words:
        parts.append(("the rare words " if len(words) > 1 else "the rare word ") + ", ".join(words))
    if names:
        parts.append(("the names " if len(names) > 1 else "the name ") + ", ".join(names))
    shared = "shares " + " and ".join(parts) if parts else "shares no rare word"
    return f"{shared}; {_apart(among.counted[one].day, among.counted[other].day)}"


def _apart(one: int | None, other: int | None) -> str:
    if one is None or other is None:
        return "the days between are not known"
    gap = abs(one - other)
    return "published the same day" if gap == 0 else f"published {gap} day{'s' if gap > 1 else ''} apart"


def _shared_names(among: Collection, one: int, other: int) -> list[str]:
    """Whole names first; a name's single word only where no longer name that holds it is shown."""
    shown: list[str] = []
    written = among.counted[one].names_written
    for column in _shared(among.where.names, one, other):
        name = among.where.name_terms[column]
        inside = any(set(name.split()) & set(other_name.casefold().split()) for other_name in shown)
        if among.where.name_weights[column] >= _TELLING and not inside and name in written:
            shown.append(written[name])
    return shown[:_NAMES_SHOWN]


def _shared_words(among: Collection, one: int, other: int, names: list[str]) -> list[str]:
    """Rare words that are no part of a name in either article."""
    named = {word for row in (one, other) for word in among.counted[row].names}
    shown: list[str] = []
    for column in _shared(among.where.body, one, other):
        form = among.counted[one].forms[among.where.stems[column]]
        if among.where.stem_weights[column] >= _TELLING and form.casefold() not in named and form.isalpha():
            shown.append(form.lower() if form[1:].islower() else form)
    return shown[:_WORDS_SHOWN] if names else shown[: _WORDS_SHOWN + _NAMES_SHOWN]


def _shared(matrix: csr_matrix, one: int, other: int) -> list[int]:
    """Columns that both rows have, the weightiest first (ties: the lower column)."""
    shared = matrix[one].multiply(matrix[other]).tocoo()
    return [column for _, column in sorted(zip((-shared.data).tolist(), shared.col.tolist(), strict=True))]
