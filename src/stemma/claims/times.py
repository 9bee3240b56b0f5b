"""Whether a passage tells of another time than the story's."""

import re

__all__ = ["is_of_another_time"]

# What happened at another time is not what the story is of.
_OTHER_TIME = re.compile(
    r"\b(?:1[89]|20)\d\d\b|\blast (?:year|month)\b|\b(?:years?|months?) (?:ago|earlier|before)\b|\bsince\b"
)


def is_of_another_time(text: str) -> bool:
    """Whether a year, or so many of them ago, stands in the text: what happened then is not what the story is of."""
    return _OTHER_TIME.search(text) is not None
