"""The one way to point at words."""

import msgspec

__all__ = ["Span"]


class Span(msgspec.Struct, frozen=True, order=True):
    """Characters start:end of one article's text, exactly as it came in, with those characters.

    `start` and `end` count Unicode code points. `text` is `article.text[start:end]`, kept so that a finding proves
    itself wherever it is shown.
    """

    article: str
    start: int
    end: int
    text: str

    def __post_init__(self) -> None:
        """Refuse a span that quotes nothing, or not what it says."""
        if not 0 <= self.start < self.end:
            raise ValueError(f"span {self.start}:{self.end} of {self.article} holds no text")
        if len(self.text) != self.end - self.start:
            raise ValueError(f"span {self.start}:{self.end} of {self.article} does not quote {self.text!r}")

    def overlaps(self, other: "Span") -> bool:
        """Whether both share at least one character of one article."""
        return self.article == other.article and self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Whether every character of `other` is also a character of this span."""
        return self.article == other.article and self.start <= other.start and other.end <= self.end
