"""Sentences, as offsets into the text."""

import re
from functools import lru_cache

import sentencex

from stemma.text.paragraphs import paragraphs

__all__ = ["sentences", "sentences_by_paragraph"]

# The segmenter takes no lone surrogates, which broken input can hold.
_UNSHOWN = re.compile('["“”„«»\ud800-\udfff]')
# A title or an initial before a name ends no sentence; the segmenter's list lacks some.
_TITLE = re.compile(
    r"(?:^|[\s(“\"])(?:Mr|Mrs|Ms|Mx|Dr|Prof|Gen|Sen|Rep|Gov|Lt|Col|Sgt|Capt|Cpl|Maj|Rev|Hon|Adm|Cmdr|Supt)\.$"
)
_LONGEST_TITLE = 6  # characters, with the one before it
# Characters given to the segmenter at once: the longest sentence of prose many times over, quick whatever the marks.
_LONGEST = 20_000
# Written without stops: a blank ends a sentence or a clause, unless one side is a number, a name or a few words.
_WITHOUT_STOPS = frozenset({"lo", "th"})
_BLANK = re.compile(r"(?<=\S{12}) +(?=\S{12})")
_OPENERS = frozenset('"“„«‘([')
_OPENING = re.compile(r"(?<=[\s。！？])[\"“„«‘(\[]\s*$")


def sentences_by_paragraph(text: str, language: str = "en") -> list[list[tuple[int, int]]]:
    """Start and end of each sentence, paragraph by paragraph, trimmed of white space.

    A quotation of several sentences is divided too: a rewriter keeps some and drops others. A closing quotation mark
    stays with the sentence that it closes, an opening one with the sentence that it opens.
    """
    return [list(paragraph) for paragraph in _by_paragraph(text, language)]


@lru_cache(maxsize=32)  # several stages divide the same text, one soon after the other
def _by_paragraph(text: str, language: str) -> tuple[tuple[tuple[int, int], ...], ...]:
    return tuple(tuple(_sentences_in(text, start, end, language)) for start, end in paragraphs(text))


def sentences(text: str, language: str = "en") -> list[tuple[int, int]]:
    """Start and end of each sentence of the text, in order."""
    return [sentence for paragraph in sentences_by_paragraph(text, language) for sentence in paragraph]


def _sentences_in(text: str, start: int, end: int, language: str) -> list[tuple[int, int]]:
    paragraph = text[start:end]
    # The segmenter never divides inside quotation marks, so it is shown blanks in their place.
    shown = _UNSHOWN.sub(" ", paragraph)
    bounds = [bound for first, last in _stretches(shown) for bound in _bounds(shown, first, last, language)]
    pieces: list[tuple[int, int]] = []
    position = 0
    for found in bounds:
        bound = found - _opening_marks_before(paragraph, position, found)
        if pieces and _runs_on(paragraph, pieces[-1], position):
            pieces[-1] = (pieces[-1][0], bound)
        else:
            pieces.append((position, bound))
        position = bound
    return [_trim(text, start + first, start + last) for first, last in pieces if paragraph[first:last].strip()]


def _stretches(shown: str) -> list[tuple[int, int]]:
    """The paragraph in stretches that the segmenter takes in time: it is not linear in the marks of one text."""
    cuts = [0]
    while len(shown) - cuts[-1] > _LONGEST:
        reach = cuts[-1] + _LONGEST
        stop = max(shown.rfind(mark, cuts[-1] + 1, reach) for mark in (". ", "? ", "! "))
        blank = stop + 1 if stop > 0 else shown.rfind(" ", cuts[-1] + 1, reach)
        cuts.append(blank + 1 if blank > 0 else reach)
    return list(zip(cuts, [*cuts[1:], len(shown)], strict=True))


def _bounds(shown: str, first: int, last: int, language: str) -> list[int]:
    found = sentencex.get_sentence_boundaries(language, shown[first:last])
    bounds = {first + int(boundary["end_index"]) for boundary in found}
    if language in _WITHOUT_STOPS:
        bounds |= {first + blank.end() for blank in _BLANK.finditer(shown[first:last])}
    return sorted(bounds)


def _opening_marks_before(paragraph: str, position: int, bound: int) -> int:
    """How many characters at the end of position:bound open the next sentence."""
    if paragraph[position:bound].rstrip()[-1:] not in _OPENERS:
        return 0
    match = _OPENING.search(paragraph, position, bound)
    return len(match.group()) if match and bound < len(paragraph) else 0


def _runs_on(paragraph: str, piece: tuple[int, int], position: int) -> bool:
    """Whether the words at `position` continue the piece: `“Really?” he asked` is one sentence."""
    following = paragraph[position : position + 8].lstrip(" ")
    before = paragraph[piece[0] : piece[1]].rstrip()
    asked = following[:1].islower() and re.search('[?!]["”»’]$', before) is not None
    return asked or _TITLE.search(before, max(0, len(before) - _LONGEST_TITLE)) is not None


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip())
    return start, start + len(piece.strip())
