"""The known answers of a gold folder (`truth.json`), and where their quoted words stand in the articles."""

from pathlib import Path

import msgspec

from stemma.records import Span

__all__ = [
    "Denial",
    "Interval",
    "Piece",
    "TrueChange",
    "TrueCredit",
    "TrueDescent",
    "TrueDifference",
    "TrueFigure",
    "TrueHidden",
    "TrueSetAside",
    "TrueStatement",
    "TrueStory",
    "Truth",
    "Unchanged",
    "located",
    "nearest",
    "read_truth",
    "spans_of",
]

Piece = tuple[int, int]


class TrueDescent(msgspec.Struct, frozen=True):
    """One edge of the true stemma."""

    copy: str
    exemplar: str
    operation: str


class TrueHidden(msgspec.Struct, frozen=True):
    """An exemplar that is not in the folder."""

    id: str
    name: str | None
    copies: tuple[str, ...]


class Denial(msgspec.Struct, frozen=True):
    """Articles that carry a denial, and those that lost it."""

    gist: str
    present: tuple[str, ...]
    absent: tuple[str, ...]


class TrueStatement(msgspec.Struct, frozen=True, kw_only=True):
    """A statement in its words; `start` and `end` bound the place where its pieces stand, if given."""

    article: str
    kind: str
    source: tuple[str, ...]
    cue: tuple[str, ...]
    content: tuple[str, ...]
    speaker: str | None = None
    anonymous: str | None = None
    denies: bool = False
    start: int | None = None
    end: int | None = None


class TrueFigure(msgspec.Struct, frozen=True, kw_only=True):
    """A figure in its words."""

    text: str
    low: float | None
    high: float | None
    bound: str
    counted: str
    role: str = "other"
    unit: str | None = None
    article: str = ""
    start: int | None = None


class TrueChange(msgspec.Struct, frozen=True, kw_only=True):
    """A change that a correct report finds."""

    kind: str
    between: tuple[str, str]
    before: str | None
    after: str | None
    severity: int


class Unchanged(msgspec.Struct, frozen=True):
    """Two readings that a correct report does not call a change."""

    between: tuple[str, str]
    before: str
    after: str


class TrueDifference(msgspec.Struct, frozen=True):
    """Figures whose verdict is `differ`."""

    articles: tuple[str, ...]
    texts: tuple[str, ...]


class Interval(msgspec.Struct, frozen=True):
    """The true number of independent origins."""

    low: int
    high: int


class TrueStory(msgspec.Struct, frozen=True, kw_only=True):
    """All that is known of one story."""

    name: str
    articles: tuple[str, ...]
    origins: Interval
    descent: tuple[TrueDescent, ...] = ()
    hidden: tuple[TrueHidden, ...] = ()
    denials: tuple[Denial, ...] = ()
    statements: tuple[TrueStatement, ...] = ()
    figures: tuple[TrueFigure, ...] = ()
    figures_differ: tuple[TrueDifference, ...] = ()
    changes: tuple[TrueChange, ...] = ()
    not_changes: tuple[Unchanged, ...] = ()


class TrueCredit(msgspec.Struct, frozen=True):
    """A credit; `own` marks an agency's name in its own dateline, which may be reported or not."""

    article: str
    name: str
    kind: str
    text: str
    own: bool = False


class TrueSetAside(msgspec.Struct, frozen=True):
    """Words that are not the story's text, and how often they stand in the article."""

    article: str
    text: str
    reason: str
    times: int = 1


class Truth(msgspec.Struct, frozen=True, kw_only=True):
    """A gold folder's answers."""

    stories: tuple[TrueStory, ...]
    unrelated: tuple[str, ...] = ()
    statements_complete_for: tuple[str, ...] = ()
    credits: tuple[TrueCredit, ...] = ()
    set_aside: tuple[TrueSetAside, ...] = ()


def read_truth(path: Path) -> Truth:
    """The answers in a file; msgspec.ValidationError where it has another form."""
    return msgspec.json.decode(path.read_bytes(), type=Truth)


def located(text: str, words: str, taken: list[Piece], within: Piece | None = None) -> Piece | None:
    """The first place of `words` as whole words that shares no character with a taken one."""
    return next((piece for piece in _places(text, words, within) if _free(piece, taken)), None)


def nearest(text: str, words: str, anchor: Piece, taken: list[Piece]) -> Piece | None:
    """The free place of `words` that stands closest to the anchor, the earlier of two as close."""
    free = [piece for piece in _places(text, words) if _free(piece, taken)]
    return min(free, key=lambda piece: (_gap(piece, anchor), piece), default=None)


def _gap(piece: Piece, anchor: Piece) -> int:
    return max(piece[0] - anchor[1], anchor[0] - piece[1], 0)


def _places(text: str, words: str, within: Piece | None = None) -> list[Piece]:
    low, high = within or (0, len(text))
    places, at = [], text.find(words, low, high)
    while at >= 0:
        if _whole(text, at, at + len(words)):
            places.append((at, at + len(words)))
        at = text.find(words, at + 1, high)
    return places


def _whole(text: str, start: int, end: int) -> bool:
    """Whether no word is cut: "he" does not stand in "the"."""
    cut_before = start > 0 and text[start - 1].isalnum() and text[start].isalnum()
    return not cut_before and not (end < len(text) and text[end - 1].isalnum() and text[end].isalnum())


def _free(piece: Piece, taken: list[Piece]) -> bool:
    return all(piece[1] <= start or end <= piece[0] for start, end in taken)


def spans_of(texts: dict[str, str], article: str, words: str) -> list[Span]:
    """Every place of `words` in an article, as spans; none if the article is unknown."""
    text = texts.get(article, "")
    return [Span(article, start, end, words) for start, end in _places(text, words)]
