"""What a copyist does, by name: each operation takes a text, an amount and a source of chance, and gives the copy."""

import re
from collections.abc import Callable, Sequence
from random import Random

from evals.traditions.prose import Prose, Sentence, keys_of, sentences_of
from evals.traditions.wording import respell, spin, there_and_back

__all__ = ["OPERATIONS", "cite", "correct", "merge", "rewritten", "update"]

# Sentences that are cut come this much oftener from the second half: newspapers trim from the end (by eye).
_FROM_THE_END = 2.0
# A citing article takes this many sentences of the report it cites, a quotation among them where there is one.
_CITED = 4
_FIGURE = re.compile(r"(?<![\w.,])\d{2,4}(?![\w.,]*\d)")


def cut(prose: Prose, amount: float, chance: Random) -> Prose:
    """Without this share of the sentences (at least one), the first always kept."""
    places = range(1, len(sentences_of(prose)))
    count = max(1, round(amount * len(places)))
    weights = [_FROM_THE_END if place > len(places) / 2 else 1.0 for place in places]
    # Drawing without replacement by weight: the greatest of random ** (1 / weight) (Efraimidis and Spirakis 2006).
    drawn = sorted(zip([chance.random() ** (1 / weight) for weight in weights], places, strict=True), reverse=True)
    gone = {place for _, place in drawn[:count]}
    return _without(prose, gone)


def _without(prose: Prose, gone: set[int]) -> Prose:
    place, kept = 0, []
    for paragraph in prose:
        kept.append(tuple(s for at, s in enumerate(paragraph, place) if at not in gone))
        place += len(paragraph)
    return tuple(paragraph for paragraph in kept if paragraph)


def reorder(prose: Prose, amount: float, chance: Random) -> Prose:
    """This share of the paragraphs (at least one) moved elsewhere, never to the head, never the first."""
    moved = list(prose)
    if len(moved) < 3:
        return prose
    for _ in range(max(1, round(amount * len(moved)))):
        paragraph = moved.pop(chance.randrange(1, len(moved)))
        moved.insert(chance.randrange(1, len(moved) + 1), paragraph)
    return tuple(moved) if tuple(moved) != prose else (moved[0], *moved[2:], moved[1])


OPERATIONS: dict[str, Callable[[Prose, float, Random], Prose]] = {
    "cut": cut,
    "reorder": reorder,
    "respell": respell,
    "spin": spin,
    "there and back": there_and_back,
}
"""Operations on one text alone, in the order a newsroom or a rewriting program would do them."""


def rewritten(prose: Prose, steps: Sequence[tuple[str, float]], chance: Random) -> Prose:
    """The text after each of the steps, a name of OPERATIONS and an amount 0..1."""
    for name, amount in steps:
        prose = OPERATIONS[name](prose, amount, chance)
    return prose


def update(prose: Prose, news: Prose, chance: Random) -> Prose:
    """With a paragraph of `news` that is not there yet put in behind the opening, and the next one at the end."""
    fresh = [paragraph for paragraph in news if not {s.key for s in paragraph} & keys_of(prose)][:2]
    at = chance.randrange(1, len(prose) + 1)
    return (*prose[:at], *fresh[:1], *prose[at:], *fresh[1:])


def correct(prose: Prose, chance: Random) -> tuple[Prose, str]:
    """One figure corrected, and the notice that says so; a text without figures is left as it is, with no notice."""
    places = [(s, found) for s in sentences_of(prose) for found in _FIGURE.finditer(s.text)]
    if not places:
        return prose, ""
    sentence, found = chance.choice(places)
    old = found.group()
    new = str(int(old) + chance.randrange(2, 9))
    text = sentence.text[: found.start()] + new + sentence.text[found.end() :]
    corrected = tuple(tuple(s._replace(text=text) if s == sentence else s for s in p) for p in prose)
    return corrected, f"Correction: An earlier version of this article gave a figure as {old}. It is {new}."


def cite(prose: Prose, outlet: str, own: Prose, chance: Random) -> Prose:
    """An article of one's own that takes a few sentences of the text and says from whom: "the X reported".

    `own` is the citing outlet's reporting, about other matters.
    """
    told = sentences_of(prose)
    plain = [s for s in told if '"' not in s.text and s.text.endswith(".")]
    quoted = [s for s in told if s.text.count('"') == 2]
    picked = {chance.choice(plain).key, *(s.key for s in chance.sample(quoted, min(1, len(quoted))))}
    rest = [s for s in told if s.key not in picked]
    picked |= {s.key for s in chance.sample(rest, min(_CITED - len(picked), len(rest)))}
    taken = [s for s in told if s.key in picked]
    first = next(s for s in taken if s in plain)
    credited = [s._replace(text=f"{s.text[:-1]}, the {outlet} reported.") if s is first else s for s in taken]
    return (own[0], tuple(credited), *own[1:])


def merge(one: Prose, other: Prose, amount: float, chance: Random) -> Prose:
    """A text from two: this share of each one's sentences left out, then their paragraphs by turns, the first's first.

    Where both tell one sentence, the wording is now the one's, now the other's.
    """
    halves = [cut(one, amount, chance), cut(other, amount, chance)]
    shared = sorted(keys_of(halves[0]) & keys_of(halves[1]))
    dropped = {key: chance.randrange(2) for key in shared}
    first, second = (
        [paragraph for p in half if (paragraph := _kept(p, dropped, place))] for place, half in enumerate(halves)
    )
    turns = [paragraph for pair in zip(first, second, strict=False) for paragraph in pair]
    both = min(len(first), len(second))
    return (*turns, *first[both:], *second[both:])


def _kept(paragraph: Sequence[Sentence], dropped: dict[str, int], half: int) -> tuple[Sentence, ...]:
    return tuple(sentence for sentence in paragraph if dropped.get(sentence.key) != half)
