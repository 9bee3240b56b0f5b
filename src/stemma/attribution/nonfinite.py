"""Participles and passives: "..., adding that", "a note saying", "was quoted as saying", "asked whether"."""

from stemma.attribution import contents
from stemma.attribution.cues import Cue
from stemma.attribution.draft import Draft
from stemma.attribution.frames import QUESTION
from stemma.attribution.grammar import verbs
from stemma.attribution.subjects import opening_name, source_before, subject_of_clause
from stemma.attribution.units import Word
from stemma.attribution.verbal import following, fronted, shared_subject

__all__ = ["asked", "participle", "passive"]


def participle(words: tuple[Word, ...], cue: Cue, cues: list[Cue], before: list[Draft]) -> Draft | None:
    """ "..., adding that ..."."""
    if cue.first == 0:
        return None
    if words[cue.first - 1].kind == "word":
        return _attached(words, cue, cues)
    if words[cue.first - 1].text not in {",", "—", "–", "--"}:
        return None
    source = before[-1].source if before else None
    source = source or subject_of_clause(words, cue.first) or opening_name(words)
    if source is None:
        return None
    draft = following(words, cue, source, cues)
    return draft._replace(rule="participle") if draft is not None else None


def _attached(words: tuple[Word, ...], cue: Cue, cues: list[Cue]) -> Draft | None:
    """ "a note saying that ...", "with residents saying ..."."""
    if cue.lemma not in {"say", "claim", "argue", "warn", "allege", "suggest", "insist"}:
        return None
    source = source_before(words, cue.first)
    issued = _issued(words, cue.first)
    if issued is not None:
        source = source_before(words, issued) or shared_subject(words, cue._replace(first=issued), [])
        cue = cue._replace(first=issued)
    draft = following(words, cue, source, cues) if source is not None else None
    return draft._replace(rule="attached") if draft is not None and draft.rule in {"clause", "quotation"} else None


def _issued(words: tuple[Word, ...], at: int) -> int | None:
    """Place of the verb of "issued a (...) statement" right before `at`."""
    if words[at - 1].low not in {
        "statement",
        "memo",
        "letter",
        "note",
        "release",
        "tweet",
        "message",
        "email",
        "report",
    }:
        return None
    for place in range(at - 2, max(0, at - 6), -1):
        if words[place].low in {
            "issued",
            "released",
            "sent",
            "posted",
            "wrote",
            "made",
            "published",
            "read",
            "issuing",
        }:
            return place
    return None


def passive(words: tuple[Word, ...], cue: Cue, cues: list[Cue]) -> Draft | None:
    """ "was asked whether ...", "is believed to ...", "was quoted as saying ..."."""
    at = cue.last + 1
    if cue.lemma == "quote" and [word.low for word in words[at : at + 2]] == ["as", "saying"]:
        source = source_before(words, cue.first)
        whole = cue._replace(last=at + 1)
        if source is None:
            return None
        draft = fronted(words, whole._replace(lemma="say"), source, cues) or following(
            words, whole._replace(lemma="say"), source, cues
        )
        return draft._replace(rule="quoted") if draft is not None else None
    if at >= len(words):
        return None
    asked = cue.lemma == "ask" and (words[at].low in QUESTION or words[at].low == "about")
    held = cue.lemma in verbs("belief") | {"say", "report"} and words[at].low in {"to", "that"}
    if not asked and not held:
        return None
    content = contents.after(words, at, cues, narrow=held)
    if content is None:
        return None
    subject = source_before(words, cue.first) if held and words[at].low == "to" else None
    pieces = (content,) if subject is None else (subject, content)
    return Draft("passive", cue.lemma, (cue.first, cue.last), None, pieces)


def asked(words: tuple[Word, ...], cue: Cue, cues: list[Cue]) -> Draft | None:
    """ "Asked whether ..., she said" and "when asked about ...": whoever asked is not named."""
    opens = cue.first == 0 or words[cue.first - 1].low in {"when", "if"} or words[cue.first - 1].text == ","
    at = cue.last + 1
    if not opens or cue.lemma != "ask" or cue.form != "past" or cue.first != cue.verb or at >= len(words):
        return None
    place = contents.skip_circumstance(words, at)
    if place >= len(words) or (words[place].low not in QUESTION | {"about"} and cue.last == cue.verb):
        return None
    content = contents.after(words, place, cues)
    if content is None:
        return None
    comma = next((at for at in range(content[0], content[1]) if words[at].text == ","), content[1] + 1)
    return Draft("asked", "ask", (cue.first, cue.last), None, ((content[0], comma - 1),))
