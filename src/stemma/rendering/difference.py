"""Which words were altered between two passages."""

import re
from typing import NamedTuple

from rapidfuzz.distance import Opcodes
from rapidfuzz.distance.LCSseq import opcodes

__all__ = ["LONGEST", "Difference", "Piece", "difference"]

# Characters in both passages together beyond which words are not compared: aligning grows with the square of the
# length, and no reader follows a marked passage of more than three pages. Chosen by eye.
LONGEST = 20_000

# A word with its inner apostrophes, points and commas; or one other sign; each with the white space after it.
_TOKEN = re.compile(r"(?:\w+(?:[.,'’]\w+)*|[^\w\s])\s*|\s+")
# A lone common word kept between two altered stretches makes a marked passage harder to read than one longer mark.
_ISLAND = 1


class Piece(NamedTuple):
    """A stretch of words of one side, and whether the other side has it too."""

    text: str
    altered: bool


class Difference(NamedTuple):
    """Both sides in pieces. `marked` is false where the passages were too long to compare word by word."""

    before: tuple[Piece, ...]
    after: tuple[Piece, ...]
    marked: bool


def difference(before: str, after: str) -> Difference:
    """The altered words of each side; the pieces of a side, joined, are that side again."""
    if len(before) + len(after) > LONGEST:
        return Difference((Piece(before, False),), (Piece(after, False),), False)
    old, new = _TOKEN.findall(before), _TOKEN.findall(after)
    steps = opcodes([_matched(token) for token in old], [_matched(token) for token in new])
    altered_old, altered_new = _altered(steps, len(old), len(new))
    return Difference(_pieces(old, altered_old), _pieces(new, altered_new), True)


def _matched(token: str) -> str:
    """What is compared: white space aside, and one apostrophe and one quotation mark for all."""
    return token.strip().replace("’", "'").replace("“", '"').replace("”", '"')


def _altered(steps: Opcodes, olds: int, news: int) -> tuple[list[bool], list[bool]]:
    """For each token of each side, whether it is altered; islands between two alterations count as altered."""
    old, new = [False] * olds, [False] * news
    for step in steps:
        inner = step.src_start > 0 and step.src_end < olds and step.dest_start > 0 and step.dest_end < news
        island = step.tag == "equal" and step.src_end - step.src_start <= _ISLAND and inner
        if step.tag == "equal" and not island:
            continue
        old[step.src_start : step.src_end] = [True] * (step.src_end - step.src_start)
        new[step.dest_start : step.dest_end] = [True] * (step.dest_end - step.dest_start)
    return old, new


def _pieces(tokens: list[str], altered: list[bool]) -> tuple[Piece, ...]:
    """Neighbouring tokens of one kind as one piece; the white space after an alteration stays outside of it."""
    pieces: list[Piece] = []
    for token, changed in zip(tokens, altered, strict=True):
        if pieces and pieces[-1].altered == changed:
            pieces[-1] = Piece(pieces[-1].text + token, changed)
        else:
            pieces.append(Piece(token, changed))
    return tuple(part for piece in pieces for part in _trimmed(piece))


def _trimmed(piece: Piece) -> tuple[Piece, ...]:
    words = piece.text.rstrip()
    if not piece.altered or words == piece.text:
        return (piece,)
    space = Piece(piece.text[len(words) :], False)
    return (Piece(words, True), space) if words else (space,)
