"""From bytes to text: the encodings that news archives hold. Only a byte-order mark is ever dropped."""

import codecs
import re
from collections.abc import Iterable, Iterator

__all__ = ["Undecodable", "decode", "decoded_lines"]

_MARKS = (  # UTF-32 first: its little-endian mark begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Enough to see whether every other byte is NUL; more would only cost time.
_HEAD = 4096
# Half of the bytes of UTF-16 text in a Latin script are NUL, all in even or all in odd places. Text in another
# script still has blanks and line ends; 5% of its places is far above what a stray NUL gives (chosen by eye).
_NUL_SHARE = 0.05
# Control characters that text does not hold. ESC (ISO 2022 shifts) and form feed do occur.
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
# A stray control character slips into real text now and then; above 1% the bytes are not text (chosen by eye).
_CONTROL_SHARE = 0.01


class Undecodable(ValueError):  # noqa: N818 - the name says what the bytes are; an “Error” suffix adds no word to it
    """The bytes are no text, or broken text; the message says which."""


def decode(raw: bytes, declared: str | None = None) -> str:
    """The bytes as text: UTF-8, UTF-16, UTF-32, the declared encoding, else Windows-1252 or Latin-1.

    Raises Undecodable for a binary file, for broken UTF-8, and for UTF-16 that is cut in a character.
    """
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return _strictly(raw[len(mark) :], encoding)
    unmarked = _unmarked_utf16(raw[:_HEAD])
    if unmarked is not None:
        return _strictly(raw, unmarked)
    if b"\x00" in raw:
        raise Undecodable("it is a binary file, not text")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        return _one_byte_encoding(raw, declared, error.start)


def _strictly(raw: bytes, encoding: str) -> str:
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError as error:
        raise Undecodable(f"its {encoding.upper()} is broken at byte {error.start}") from None
    if "\x00" in text:
        raise Undecodable("it is a binary file, not text")
    return text


def _unmarked_utf16(head: bytes) -> str | None:
    """UTF-16's byte order where NUL bytes stand in every other place alone."""
    places = len(head) // 2
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if places < 2 or b"\x00\x00\x00" in head:
        return None
    if odd > _NUL_SHARE * places and even == 0:
        return "utf-16-le"
    if even > _NUL_SHARE * places and odd == 0:
        return "utf-16-be"
    return None


def _one_byte_encoding(raw: bytes, declared: str | None, broken_at: int) -> str:
    """Text that is not UTF-8: in what the page declares, else in what Windows and Unix wrote before UTF-8."""
    shown = raw.decode("utf-8", "replace")
    broken = shown.count("\ufffd")
    whole = sum(not character.isascii() for character in shown) - broken
    if whole > broken:  # accents that are valid UTF-8 by chance are rarer than accents that are not
        raise Undecodable(f"its UTF-8 is broken at byte {broken_at}")
    for encoding in (declared, "cp1252", "latin-1"):
        try:
            text = raw.decode(encoding) if encoding else None
        except (UnicodeDecodeError, LookupError):
            continue
        if text is not None:
            return _checked(text)
    raise Undecodable("its encoding is not known")


def _checked(text: str) -> str:
    if len(_CONTROLS.findall(text)) > _CONTROL_SHARE * len(text):
        raise Undecodable("it is a binary file, not text")
    return text


def decoded_lines(pieces: Iterable[bytes]) -> Iterator[str | Undecodable]:
    """The lines of a byte stream with their line ends, each decoded by itself, so that one bad line harms no other.

    A stream in UTF-16 or UTF-32 is decoded whole. A stream that is not text yields one Undecodable and ends.
    """
    lines = iter(pieces)
    first = next(lines, b"")
    if _is_wide(first):
        yield from _wide_lines(first + b"".join(lines))
        return
    while first:
        try:
            yield decode(first)
        except Undecodable as problem:
            yield problem
            if b"\x00" in first:
                return
        first = next(lines, b"")


def _is_wide(head: bytes) -> bool:
    marked = any(head.startswith(mark) for mark, encoding in _MARKS if encoding != "utf-8")
    return marked or _unmarked_utf16(head[:_HEAD]) is not None


def _wide_lines(raw: bytes) -> Iterator[str | Undecodable]:
    try:
        yield from decode(raw).splitlines(keepends=True)
    except Undecodable as problem:
        yield problem
