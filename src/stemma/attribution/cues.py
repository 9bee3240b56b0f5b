"""Verbs and phrases that say that somebody said, held or wanted something."""

from typing import NamedTuple

from stemma.attribution.grammar import forms, is_name, lexicon, particles
from stemma.attribution.units import Word, lows

__all__ = ["Cue", "verb_cues"]


class Cue(NamedTuple):
    """Words first..last (inclusive) of a unit; `verb` is the verb's place, auxiliaries stand before it.

    `form` is the verb's ("base", "s", "past", "participle", "ing", or "progressive" for "is saying"). `passive`: the
    subject is not the speaker. `negated`: a "not" or its like stands among the auxiliaries.
    """

    first: int
    verb: int
    last: int
    lemma: str
    form: str
    passive: bool
    negated: bool


def verb_cues(words: tuple[Word, ...]) -> list[Cue]:
    """Cue verbs of a unit in order, without those that are nouns or adjectives where they stand."""
    known = forms()
    found: list[Cue] = []
    for at in [at for at, low in enumerate(lows(words)) if low in known]:
        word, form = words[at], known[words[at].low]
        if is_name(word) and not (at == 0 and word.low == "asked") and not _all_capitals(words):
            continue
        cue = _cue(words, at, form.lemma, form.form)
        if cue is not None and _is_verb(words, cue):
            found.append(cue)
    return found


def _all_capitals(words: tuple[Word, ...]) -> bool:
    """Whether the line is a headline, so that a capital says nothing."""
    long_words = [word for word in words[1:] if word.kind == "word" and len(word.text) > 3]
    return len(long_words) >= 3 and sum(is_name(word) for word in long_words) > 0.8 * len(long_words)


def _cue(words: tuple[Word, ...], at: int, lemma: str, form: str) -> Cue | None:
    first, passive, negated = at, False, False
    while first > 0 and _is_auxiliary(words[first - 1]):
        first -= 1
        negated = negated or words[first].low in lexicon("negations") or words[first].low.endswith(("n't", "n’t"))
    group = [words[place].low for place in range(first, at)]
    if form == "ing" and any(low in lexicon("be") for low in group):
        form = "progressive"
    if form in {"past", "participle"} and any(low in lexicon("be") for low in group):
        passive = True
    last = _with_particles(words, at, lemma)
    if last is None:
        return None
    return Cue(first, at, last, lemma, form, passive, negated)


def _is_auxiliary(word: Word) -> bool:
    low = word.low.replace("’", "'")
    if word.kind != "word":
        return False
    if low in lexicon("auxiliaries") or low in lexicon("negations") or low in lexicon("adverbs") or low == "to":
        return True
    return low.endswith("ly") and low not in lexicon("not_adverbs") and not word.text[0].isupper()


def _with_particles(words: tuple[Word, ...], at: int, lemma: str) -> int | None:
    tails = particles().get(lemma)
    if tails is None:
        return at
    for tail in tails:
        if tuple(word.low for word in words[at + 1 : at + 1 + len(tail)]) == tail:
            return at + len(tail)
    return None


# Who "has read" a letter read it; what the letter says it "reads" or "read".
_HAVE = frozenset({"have", "has", "had", "having"})


def _is_verb(words: tuple[Word, ...], cue: Cue) -> bool:
    """Whether the word is a verb where it stands: "the report said" holds one cue, not two."""
    if cue.form == "ing":
        return True
    if cue.lemma == "read" and any(word.low in _HAVE for word in words[cue.first : cue.verb]):
        return False
    before = words[cue.first - 1] if cue.first else None
    after = words[cue.last + 1].low if cue.last + 1 < len(words) else ""
    noun_too = words[cue.verb].low in lexicon("noun_or_verb", "reporting_verbs")
    if cue.form in {"s", "base"} and _is_past(after) and noun_too:
        return False
    bare = cue.first == cue.verb
    if bare and before is not None and _makes_a_noun(before.low):
        return False
    if cue.form == "base":
        return _is_finite_base(words, cue, before)
    if cue.form == "s" and bare and noun_too:
        return before is not None and _may_be_singular_subject(before)
    return True


def _makes_a_noun(low: str) -> bool:
    return low in lexicon("articles") or low in lexicon("prepositions") or low.endswith(("'s", "’s"))


def _may_be_singular_subject(word: Word) -> bool:
    return is_name(word) or word.low in lexicon("subject_pronouns") or _singular(word)


def _is_past(low: str) -> bool:
    return low in lexicon("auxiliaries") or (low in forms() and forms()[low].form in {"past", "s"})


def _singular(word: Word) -> bool:
    return word.kind == "word" and not word.low.endswith(("s", "al", "ic", "ive", "ous")) and len(word.low) > 3


def _is_finite_base(words: tuple[Word, ...], cue: Cue, before: Word | None) -> bool:
    group = [words[place].low for place in range(cue.first, cue.verb)]
    if any(low in lexicon("modals") for low in group):
        return "to" not in group
    if group and any(low in lexicon("auxiliaries") for low in group):
        return False
    if before is None or before.kind != "word":
        return False
    if before.low in lexicon("plural_subjects"):
        return True
    return before.low.endswith("s") and not before.low.endswith(("ss", "'s", "’s", "us", "is"))
