"""Articles of PolNeAR read and laid out, with the places of what their annotators marked."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from evals.corpora import CorpusArticle
from evals.corpus_statements import true_attributions
from evals.roles import Attribution, merged
from stemma.attribution.columns import Layout, Read, layout
from stemma.attribution.finding_cues import Marked
from stemma.attribution.reading import readings
from stemma.attribution.units import Word

__all__ = ["Prepared", "place_of_cue", "prepared", "role_labels", "true_cues", "without", "words_of"]


class Prepared(NamedTuple):
    """An article read and laid out, with its true attributions (pieces trimmed as they are scored)."""

    name: str
    text: str
    reads: list[Read]
    plan: Layout
    true: list[Attribution]


def prepared(article: CorpusArticle) -> Prepared:
    """The article read and laid out."""
    reads, _ = readings(article.shown())
    true = [
        Attribution(*(merged(article.text, pieces) for pieces in attribution))
        for attribution in true_attributions(article)
    ]
    return Prepared(article.id, article.text, reads, layout(reads), true)


def place_of_cue(one: Prepared, cue: tuple[tuple[int, int], ...]) -> tuple[int, int, int] | None:
    """Unit, first and last word of a cue; None where it is in pieces that no unit holds."""
    if not cue:
        return None
    start, end = cue[0][0], cue[-1][1]
    for number in range(len(one.reads) - 1, -1, -1):  # those inside utterances first
        unit = one.reads[number].unit
        if unit.start <= start and end <= unit.end + 1:
            inside = [
                at
                for at, word in enumerate(unit.words)
                if word.start < end and start < word.end and word.kind != "quote"
            ]
            if inside:
                return number, inside[0], inside[-1]
    return None


def true_cues(one: Prepared) -> list[tuple[Marked, Attribution]]:
    """The annotators' cues, each with its attribution."""
    places = [(place_of_cue(one, attribution.cue), attribution) for attribution in one.true]
    return [(Marked(*place, 1.0), attribution) for place, attribution in places if place is not None]


def words_of(one: Prepared) -> dict[int, Word]:
    """The word at each place of the layout."""
    return {
        start + number: word
        for read, start in zip(one.reads, one.plan.starts, strict=True)
        for number, word in enumerate(read.unit.words)
    }


def without(rows: Sequence[Prepared], fold: int, folds: int) -> list[Prepared]:
    """The articles but those of one fold."""
    return [one for number, one in enumerate(rows) if number % folds != fold]


def role_labels(one: Prepared, at: np.ndarray, spans: Sequence[tuple[int, tuple[tuple[int, int], ...]]]) -> np.ndarray:
    """Labels (see finding_roles.LABELS) of the words at the places; `spans` give 1 and 4 with pieces of text."""
    words = words_of(one)
    labels = np.zeros(len(at), dtype=np.int32)
    for role, pieces in spans:
        for start, end in pieces if role == 4 else pieces[:1]:
            inside = [
                number
                for number, place in enumerate(at.tolist())
                if labels[number] == 0 and _mostly(words[place], start, end)
            ]
            for number in inside:
                labels[number] = role + 1
            if inside:
                labels[inside[-1]] = role + 2
                labels[inside[0]] = role
    return labels


def _mostly(word: Word, start: int, end: int) -> bool:
    return bool(2 * (min(word.end, end) - max(word.start, start)) > word.end - word.start)
