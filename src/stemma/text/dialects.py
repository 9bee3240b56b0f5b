"""One spelling for what British and American English write in two ways."""

import re
from functools import lru_cache

__all__ = ["one_spelling"]

# British ending or word, and the American one; both sides of a comparison pass through, so a word that only looks like
# one of these does no harm, as long as no other word comes out the same.
_FORMS = (
    (re.compile(r"dgement(?=s?$|al$)"), "dgment"),
    (re.compile(r"^programme"), "program"),
    (re.compile(r"^grey"), "gray"),
    (re.compile(r"(?<=[a-z]{3})our(?=s?$|ed$|ing$|able$|ably$|ful$|hood|ly$|ite|ers?$|less$)"), "or"),
    (re.compile(r"(?<=[a-z][bt])re(?=s?$|d$)"), "er"),
    (re.compile(r"(?<=[a-z]{3})is(?=e[sdr]?$|ers$|ing$|ations?$|ational$)"), "iz"),
    (re.compile(r"(?<=[a-z]{2})yse(?=[sdr]?$|rs$)"), "yze"),
    (re.compile(r"ogue(?=s?$)"), "og"),
    (re.compile(r"^(licen|defen|offen|preten)ce"), r"\1se"),
    (re.compile(r"(?<=[a-z]{4})ll(?=ed$|ing$|ers?$)"), "l"),
)


@lru_cache(maxsize=1 << 16)  # the vocabulary of many articles
def one_spelling(word: str) -> str:
    """The word, in lower case, as both would be spelt: "judgement" and "judgment", "centre" and "center"."""
    for pattern, form in _FORMS:
        word = pattern.sub(form, word)
    return word
