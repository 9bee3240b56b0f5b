"""Lines that an outlet prints under many articles: they say nothing of any one of them."""

from array import array
from collections.abc import Sequence
from zlib import adler32, crc32

from stemma.records import Article
from stemma.stories.reading import Stretch, opening

__all__ = ["Boilerplate"]

# Lines shorter than this hold too little to join two articles ("Read more", a byline), and many are alike (by eye).
_LEAST = 40
# An article that shares lines with an earlier one of its outlet is judged by the rest if the rest is at least this
# share of it; with less of its own it is a reprint, and all of it counts. Where the outlet is not known the two may be
# two outlets' copies of one dispatch, so more is asked for (both chosen by eye).
_OWN_SHARE, _OWN_SHARE_UNKNOWN = 0.3, 0.4
# Lines are remembered at as many places as this; a later line takes the place of an earlier one, so that the last
# half million lines are known, in 2 MB.
_PLACES = 1 << 19


class Boilerplate:
    """The lines met so far, by outlet."""

    def __init__(self) -> None:
        self._marks = array("I", bytes(4 * _PLACES))

    def repeated(self, article: Article) -> list[Stretch]:
        """The lines (start, end) that an earlier article of the outlet has word for word; all lines are remembered."""
        parts = opening(article)
        outlet = crc32((article.outlet or "").casefold().encode("utf-8", "surrogatepass"))
        written = [line for part in parts for line in map(str.strip, article.text[slice(*part)].split("\n")) if line]
        met = [len(line) >= _LEAST and self._met(outlet, line) for line in written]
        if not any(met):
            return []
        lines = [stretch for part in parts for stretch in _lines(article.text, part)]
        own = sum(end - start for (start, end), known in zip(lines, met, strict=True) if not known)
        whole = sum(end - start for start, end in lines)
        if own < (_OWN_SHARE if article.outlet else _OWN_SHARE_UNKNOWN) * whole:
            return []
        return [line for line, known in zip(lines, met, strict=True) if known]

    def _met(self, outlet: int, line: str) -> bool:
        """Whether the line was met before; it is now."""
        written = line.encode("utf-8", "surrogatepass")
        place, sign = crc32(written, outlet) % _PLACES, adler32(written, outlet)
        known = self._marks[place] == sign
        self._marks[place] = sign
        return known


def _lines(text: str, part: Stretch) -> Sequence[Stretch]:
    found = []
    start = part[0]
    for line in text[slice(*part)].split("\n"):
        stripped = line.strip()
        if stripped:
            first = start + line.index(stripped[0])
            found.append((first, first + len(stripped)))
        start += len(line) + 1
    return found
