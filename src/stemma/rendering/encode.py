"""JSON text: the same bytes for the same content, and nothing that UTF-8 cannot carry."""

import json
import re

import msgspec

__all__ = ["Plain", "encoded", "encoded_line", "well_formed"]

Plain = dict[str, object]

# Half of a UTF-16 pair: Python's str can hold one, UTF-8 cannot. Broken pages do contain them.
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def encoded(content: object) -> str:
    """JSON with an indent of two, keys in the order given, non-ASCII letters as they are, ending in a line break.

    The content may hold records.
    """
    plain = _quickly(content)
    if plain is None:
        return _escaped(json.dumps(msgspec.to_builtins(content), ensure_ascii=False, indent=2)) + "\n"
    return (msgspec.json.format(plain, indent=2) + b"\n").decode()


def encoded_line(content: object) -> str:
    """JSON on one line, without its line break. The content may hold records."""
    return _escaped(json.dumps(msgspec.to_builtins(content), ensure_ascii=False))


def _quickly(content: object) -> bytes | None:
    """The JSON without white space; None where only the standard library can write it, in nine times the time."""
    try:
        return msgspec.json.encode(content)
    except (UnicodeEncodeError, OverflowError):  # half of a UTF-16 pair; a whole number beyond 64 bits
        return None


def well_formed(text: str) -> str:
    """The text with each lone surrogate replaced by U+FFFD, so that it can be written as UTF-8; same length."""
    return _LONE_SURROGATE.sub("\ufffd", text)


def _escaped(text: str) -> str:
    """Lone surrogates as JSON escapes, which read back to the same character."""
    return _LONE_SURROGATE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
