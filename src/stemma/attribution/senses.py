"""Whether a statement denies, declines or asks."""

import re
from functools import cache

from stemma.attribution.grammar import lexicon
from stemma.attribution.runs import Found
from stemma.lexicon import table

__all__ = ["asks", "declines", "denies"]

_QUESTION = re.compile(r"(?:whether|if|how|why|what|when|where|who|which)\b", re.IGNORECASE)


def denies(found: Found, content: str) -> bool:
    """Whether the source is said to hold the content untrue."""
    if found.lemma in lexicon("verbs", "denials"):
        return not found.negated
    return _untrue().search(content) is not None


def declines(found: Found, content: str) -> bool:
    """Whether the source is said to have said nothing."""
    if found.rule == "unanswered":
        return True
    words = content.split()
    if found.lemma not in lexicon("declined", "denials") or len(words) < 2 or words[0].casefold() != "to":
        return found.lemma in lexicon("declined", "denials") and words[:1] == ["comment"]
    return words[1].strip(".,").casefold() in lexicon("silences", "denials")


def asks(found: Found, content: str) -> bool:
    """Whether what is reported is a question."""
    if found.lemma in {"ask", "inquire", "enquire", "wonder", "query"}:
        return _QUESTION.match(content.strip("“\"' ")) is not None or content.rstrip("”\"' ,").endswith("?")
    return False


@cache
def _untrue() -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(map(re.escape, table("denials")["phrases"])) + r")\b", re.IGNORECASE)
