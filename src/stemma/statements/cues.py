"""Verbs and phrases that say that somebody said, held or wanted something."""

from typing import NamedTuple

from stemma.statements.grammar import forms, is_name, lexicon, particles
from stemma.statements.units import Word

__all__ = ["Cue", "verb_cues"]


class Cue(NamedTuple):
    """Words first..last (inclusive) of a unit. `verb` is the verb's place, `lemma` its base, `form` which form it is.

    `passive`: the subject is not the speaker ("was quoted as saying" and "was asked" have their own lemma form).
    """

    first: int
    verb: int
    last: int
    lemma: str
    form: str
    passive: bool
    negated: bool
    bare: bool


def verb_cues(words: tuple[Word, ...]) -> list[Cue]:
    """Cue verbs of a unit in order, without those that are nouns or adjectives where they stand."""
    known = forms()
    found: list[Cue] = []
    for at, word in enumerate(words):
        form = known.get(word.low)
        if form is None or (is_name(word) and not (at == 0 and word.low == "asked") and not _all_capitals(words)):
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
    return Cue(first, at, last, lemma, form, passive, negated, first == at)


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


_NOUN_LIKE = frozenset(
    """claim claims report reports plan plans call calls note notes show shows support charge charges promise promises
    pledge pledges vow vows request requests answer answers comment comments question questions signal signals hope
    hopes fear fears hint hints love hate respect attack attacks praise rule rules order orders view views demand
    demands need needs offer offers doubt doubts object objects protest protests credit reason answer quote quotes
    estimate estimates project projects address addresses issue issues detail details post posts tweet tweets
    reply replies worry worries guess wonder trust care mind dream aim attempt attempts press push challenge lead
    blame fault label brand favor favour murmur cry shout joke boast caution stress counter champion fire hit look
    fume caption forecast speculate forecasts find finds state states sense judge regard resolve talk lobby swear
    campaign thanks thank tout review complete advocate advocates suspect suspects try repeat echo decline like""".split()
)


def _is_verb(words: tuple[Word, ...], cue: Cue) -> bool:
    before = words[cue.first - 1] if cue.first else None
    after = words[cue.last + 1].low if cue.last + 1 < len(words) else ""
    if cue.form in {"s", "base"} and _is_past(after) and words[cue.verb].low in _NOUN_LIKE:
        return False  # "the report said"
    low = before.low if before is not None else ""
    bare = cue.first == cue.verb
    if cue.form == "ing":
        return True
    if bare and low in lexicon("articles"):
        return False
    if bare and (low in lexicon("prepositions") or low.endswith(("'s", "’s"))):
        return False
    if cue.form == "base":
        return _is_finite_base(words, cue, before)
    if cue.form == "s" and bare and words[cue.verb].low in _NOUN_LIKE:
        return before is not None and (
            is_name(before) or before.low in lexicon("subject_pronouns") or _singular(before)
        )
    return True


def _is_past(low: str) -> bool:
    return low in lexicon("auxiliaries") or (low in forms() and forms()[low].form in {"past", "s"})


def _singular(word: Word) -> bool:
    return word.kind == "word" and not word.low.endswith(("s", "al", "ic", "ive", "ous")) and len(word.low) > 3


def _is_finite_base(words: tuple[Word, ...], cue: Cue, before: Word | None) -> bool:
    group = [words[place].low for place in range(cue.first, cue.verb)]
    if any(low in lexicon("modals") or low in {"cannot"} for low in group):
        return "to" not in group
    if group and any(low in lexicon("auxiliaries") for low in group):
        return False
    if before is None or before.kind != "word":
        return False
    if before.low in {
        "we",
        "they",
        "i",
        "you",
        "who",
        "some",
        "many",
        "most",
        "others",
        "those",
        "both",
        "people",
        "few",
        "several",
    }:
        return True
    plural = before.low.endswith("s") and not before.low.endswith(("ss", "'s", "’s", "us", "is"))
    return plural and not (words[cue.verb].low in _NOUN_LIKE and is_name(before) and before.low.endswith("ics"))
