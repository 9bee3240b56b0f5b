"""Attribution without a verb: "according to", "X's claim that", headlines and transcripts."""

from functools import cache

from stemma.attribution import contents, sources
from stemma.attribution.cues import Cue
from stemma.attribution.draft import Draft, Range
from stemma.attribution.fields import field_of, verb_lemma
from stemma.attribution.grammar import is_name, lexicon
from stemma.attribution.subjects import source_before
from stemma.attribution.units import Word, lows
from stemma.lexicon import table

__all__ = ["according", "headline", "is_named_in_capitals", "nouns", "silences"]


def according(words: tuple[Word, ...]) -> list[Draft]:
    """ "According to X, ..." and "..., according to X"."""
    places = [at for at, word in enumerate(words[:-2]) if word.low == "according" and words[at + 1].low == "to"]
    return [draft for at in places if (draft := _according_at(words, at)) is not None]


def _according_at(words: tuple[Word, ...], at: int) -> Draft | None:
    source = sources.source_after(words, at + 2, inverted=False)
    if source is None:
        return None
    content = contents.after(words, source[1] + 1, []) if at == 0 else contents.fronted(words, at)
    if content is None and at == 0:  # what seemed to stand beside the name is what is said
        comma = max((place for place in range(source[0] + 1, source[1]) if words[place].text == ","), default=None)
        if comma is None:
            return None
        source = (source[0], comma - 1)
        content = contents.after(words, comma, [])
    if content is None:
        return None
    return Draft("according", "according", (at, at + 1), source, (content,))


def silences(words: tuple[Word, ...]) -> list[Draft]:
    """ "X did not respond to a request for comment", "X could not be reached"."""
    found: list[Draft] = []
    phrases = _unanswered()
    if phrases.keys().isdisjoint(lows(words)):
        return found
    for at in [at for at, word in enumerate(words) if word.low in phrases]:
        for phrase in phrases[words[at].low]:
            if tuple(each.low for each in words[at : at + len(phrase)]) == phrase:
                source = source_before(words, at)
                content = contents.after(words, at + len(phrase), [], narrow=True)
                pieces = (content,) if content is not None else ()
                found.append(Draft("unanswered", "", (at, at + len(phrase) - 1), source, pieces))
                break
    return found


@cache
def _unanswered() -> dict[str, tuple[tuple[str, ...], ...]]:
    """The phrases by their first word, longest first."""
    phrases = sorted((tuple(phrase.split()) for phrase in table("denials")["unanswered"]), key=len, reverse=True)
    return {first: tuple(each for each in phrases if each[0] == first) for first, *_ in phrases}


def nouns(words: tuple[Word, ...], cues: list[Cue]) -> list[Draft]:
    """ "X's claim that ...", "her promise to ..."."""
    found: list[Draft] = []
    known = lexicon("nouns")
    if known.isdisjoint(lows(words)):
        return found
    places = [at for at, word in enumerate(words[:-2]) if word.low in known and words[at + 1].low == "that"]
    for at in places:
        if at == 0:
            continue
        holder = at - 1
        while holder > 0 and holder > at - 3 and not _holds(words[holder]):
            holder -= 1
        content = contents.after(words, at + 1, cues, narrow=words[at + 1].low == "to")
        if _holds(words[holder]) and content is not None:
            found.append(_noun(words, holder, at, content))
    return found


def _holds(word: Word) -> bool:
    return word.low in lexicon("possessives") or word.low.endswith(("'s", "’s", "s'", "s’"))


def _noun(words: tuple[Word, ...], holder: int, at: int, content: Range) -> Draft:
    source = (holder, holder)
    if words[holder].low not in lexicon("possessives"):
        phrase = source_before(words, holder + 1)
        source = phrase if phrase is not None else source
    return Draft("noun", words[at].low, (holder + 1, at), source, (content,))


def headline(words: tuple[Word, ...], *, alone: bool) -> list[Draft]:
    """ "X: ..." of a headline or a transcript, and "... – sources" or "...: report".

    `alone`: nothing else was found in the line; where something was, a colon is more likely its own.
    """
    colon = next((at for at, word in enumerate(words[:9]) if word.text == ":"), None)
    if alone and colon and colon + 3 < len(words) and _is_label(words[:colon]):
        content = contents.after(words, colon + 1, [])
        return [Draft("label", ":", (colon, colon), (0, colon - 1), (content,))] if content is not None else []
    return _tail(words)


def _is_label(label: tuple[Word, ...]) -> bool:
    names_only = all(is_name(word) or word.low in lexicon("label_links") or word.text == "." for word in label)
    if len(label) == 1 and not (is_named_in_capitals(label) or label[0].low in lexicon("headline_sources")):
        return False  # "Bombshell: ..." and "Orr: ..." look alike
    return names_only and len(label) <= 6 and not any(word.low in lexicon("no_speakers") for word in label)


def is_named_in_capitals(label: tuple[Word, ...]) -> bool:
    """Whether the words are in capitals and may name somebody: "ORR", "MS. ORR", "HOST", but not "FARES"."""
    words = [word for word in label if word.kind == "word"]
    last = words[-1].low if words else ""
    field = field_of(last, "noun") or ("verb" if verb_lemma(last) else "")
    return all(word.text.isupper() for word in words) and len(last) > 1 and (not field or field.startswith("person"))


def _tail(words: tuple[Word, ...]) -> list[Draft]:
    """ "Bridge to close – sources"."""
    for at in range(max(3, len(words) - 4), len(words) - 1):
        if words[at].text in {":", "—", "–", "-", "--"} and words[-1].low in lexicon("headline_sources"):
            front = contents.fronted(words, at)
            if front is not None:
                return [Draft("tail", ":", (at, at), (at + 1, len(words) - 1), (front,))]
    return []
