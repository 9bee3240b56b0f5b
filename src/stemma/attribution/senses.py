"""Whether a statement denies, declines or asks."""

import re
from functools import cache

from stemma.attribution.fields import verb_lemma
from stemma.attribution.grammar import lexicon
from stemma.attribution.runs import Found
from stemma.lexicon import table
from stemma.text.negation import disclaims

__all__ = ["asks", "behind_request", "declines", "denies", "hides", "without_request"]

# At once, or after the listener: "the mayor why", not "the mayor to say why".
_QUESTION = re.compile(r"(?:(?!to\b)[\w.’'-]+ ){0,5}?(?:whether|if|how|why|what|when|where|who|which)\b", re.IGNORECASE)


# "Insisted that no warning had been given": what must be insisted on was doubted. What ought to be is no fact.
_INSISTING = frozenset({"insist", "maintain", "protest", "contend"})
_INSISTED = re.compile(
    r"(?:that )?(?!(?:[\w’'-]+ ){0,9}?(?:should|must|may|ought)\b)"
    r"(?:(?:there (?:was|were|had been|is) )?no\b|nobody\b|none\b|nothing\b|neither\b"
    r"|(?:[\w.’'-]+ ){1,6}?(?:never|not)\b"
    r"|(?:[\w.’'-]+ ){1,6}?(?:had|have|has|was|were|did|knew|is|are)(?:n[’']t| nothing| no)\b)"
)
# "Called the allegation false".
_CALLING = frozenset({"call", "label", "brand", "describe", "dub", "characterize", "characterise", "denounce"})
_CALLED = re.compile(
    r"\b(?:false|untrue|baseless|unfounded|groundless|lies|a lie|fabricated|fiction|nonsense|rubbish|made up"
    r"|an? (?:pure )?(?:invention|fabrication|fantasy|myth|smear|slander|fairy tale|hoax))$"
)


# "No one denies that it sank" names no denier.
_NOBODY = frozenset({"nobody", "no one", "no-one", "none", "neither", "few"})


# "Would have dismissed the claim": nobody did.
_UNREAL = re.compile(r"\b(?:would|could|should|might) have\b", re.IGNORECASE)


# "We didn't know whose they were" denies nothing.
_WONDERED = re.compile(
    r"\b(?:did|do|does)(?: not|n[’']t) know (?:who|whose|what|where|how|why|when|which|whether|if)\b", re.IGNORECASE
)


def denies(found: Found, source: str, cue: str, content: str) -> bool:
    """Whether the source is said to hold the content untrue."""
    if source.casefold() in _NOBODY or _UNREAL.search(cue):
        return False
    if found.lemma in lexicon("verbs", "denials"):
        return not found.negated and _DONE.match(content) is None and (found.lemma == "deny" or _is_told(content))
    if found.lemma in _INSISTING and _INSISTED.match(content):
        return True
    if found.lemma in _CALLING and _CALLED.search(content.casefold().rstrip("”\"' ,.")):
        return True
    if found.lemma == "rule" and "out" in cue.casefold().split():
        return not found.negated and _is_told(content)
    return disclaims(_WONDERED.sub("", content)) or _untrue().search(content.casefold()) is not None


# "Denied bail", "denied the request": what was asked for was not given.
_DONE = re.compile(
    r"(?:(?:him|her|them|it|the|a|an|any|his|their|its) )*(?:[\w’'-]+ )?(?:bail|entry|access|visas?|permits?|permission"
    r"|requests?|motions?|appeals?|applications?|asylum|parole|leave|petitions?|bids?|consent|approval|clearance|funding"
    r"|licen[cs]es?|treatment|admission|tenure|coverage|boarding|passage)\b(?! (?:that|of))",
    re.IGNORECASE,
)
# What is rejected as untrue was said; an offer, a plan, an appeal that is rejected was not.
_TOLD = re.compile(
    r"[“\"‘']|(?:that|having|being|as|it|this|them|these|those|any)\b"
    r"|(?:[\w’'-]+ ){0,5}?(?:claim|report|allegation|accusation"
    r"|charge|suggestion|assertion|statement|idea|notion|criticism|rumou?r|speculation|account|version|insinuation|story"
    r"|conclusion|finding|talk(?= of)|doubt|complaint|involvement|wrongdoing|responsibility|blame|figure|number"
    r"|estimate)s?\b",
    re.IGNORECASE,
)


def _is_told(content: str) -> bool:
    return _TOLD.match(content) is not None


_ADMITTING = frozenset({"admit", "accept", "acknowledge", "concede"})  # "never admitted responsibility"


def declines(found: Found, cue: str, content: str) -> bool:
    """Whether the source is said to have said nothing."""
    if found.rule == "unanswered" or (found.negated and found.lemma in lexicon("silences", "denials") | _ADMITTING):
        return True  # "would not confirm the sum", "does not say that it was forged"
    words = cue.casefold().split()
    if _is_to_come(words) or (found.lemma == "say" and _NOTHING.match(content)):
        return True
    place = next((at for at, word in enumerate(words) if verb_lemma(word) in lexicon("declined", "denials")), None)
    if place is None:
        return False
    following = [word.strip(".,") for word in (*words[place + 1 :], *content.casefold().split(maxsplit=2)[:2])][:2]
    return following[:1] == ["comment"] or (following[:1] == ["to"] and following[-1] in lexicon("silences", "denials"))


# "Said nothing as he left", "said nothing", not "said nothing had changed".
_NOTHING = re.compile(
    r"nothing(?:$|[.,;]| (?:as|about|on|to|when|while|after|before|during|more|else|further|publicly)\b)", re.IGNORECASE
)


def _is_to_come(words: list[str]) -> bool:
    """ "Has yet to answer", "have yet to comment on"."""
    silences = lexicon("silences", "denials") | {"reply"}
    return any(words[at : at + 2] == ["yet", "to"] and words[at + 2] in silences for at in range(len(words) - 2))


# Verbs by which a source says how it wants to be known.
_REQUESTS = frozenset({"ask", "request", "decline", "refuse", "insist", "prefer", "want", "wish", "demand"})


def hides(text: str, found: Found) -> bool:
    """Whether all that the source is said to have said is that it will not be named."""
    if found.lemma not in _REQUESTS or not found.content:
        return False
    (start, _), (_, end) = found.cue[0], found.content[-1]
    words = " ".join(text[start:end].split()[1:]).casefold()
    asked = " ".join(text[found.content[0][0] : end].split()).casefold()
    return _unnamed().match(words) is not None or _unnamed().match(asked) is not None


# "A former keeper of the lock, who does not want [to be named]".
_DESCRIBED = re.compile(r"(?:^|[.!?;:—–][”\"’']?\s|\n)\s*((?!As )[^.!?;:,—–\n]+?), who [^.!?;:\n]*$")
_DESCRIBED_REACH = 160  # characters: no such description is longer (by eye)


def behind_request(text: str, start: int, end: int) -> tuple[int, int]:
    """The source itself where only its request not to be named was taken for it."""
    asks = _unnamed().match(text[start:end].casefold()) if text[start:end].islower() else None
    described = _DESCRIBED.search(text, max(0, start - _DESCRIBED_REACH), start) if asks is not None else None
    return (start, end) if described is None else (described.start(1), described.end(1))


# What opens a source's request, after the words that tell who it is.
_ASIDE = re.compile(r",? (?:who|speaking|asking|requesting|insisting|on (?:the )?condition)\b")


def without_request(text: str, start: int, end: int) -> int:
    """Where a source ends before its request not to be named: "an official[, who spoke on condition of anonymity]".

    Of 24 such sources in PolNeAR's train part 17 end there.
    """
    for aside in _ASIDE.finditer(text, start, end):
        if _requests().search(text[aside.start() : end].casefold()):
            return aside.start()
    return end


@cache
def _requests() -> re.Pattern[str]:
    entries = {*table("anonymous")["unnamed"], *table("anonymous")["conditions"]}
    return re.compile(r"\b(?:" + "|".join(map(re.escape, sorted(entries))) + r")\b")


@cache
def _unnamed() -> re.Pattern[str]:
    """After one more word of the cue at most: "asked for anonymity", "asked the Gazette not to be named"."""
    entries = sorted(map(re.escape, table("anonymous")["unnamed"]), key=lambda entry: (-len(entry), entry))
    return re.compile(r"(?:[a-z]+ )?(?:" + "|".join(entries) + r")\b")


def asks(found: Found, content: str) -> bool:
    """Whether what is reported is a question."""
    if found.lemma in {"ask", "inquire", "enquire", "wonder", "query"}:
        return _QUESTION.match(content.strip("“\"‘' ")) is not None or content.rstrip("”\"' ,").endswith("?")
    return False


@cache
def _untrue() -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(map(re.escape, table("denials")["phrases"])) + r")\b")
