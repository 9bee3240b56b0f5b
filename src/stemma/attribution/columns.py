"""What is known of each word of an article before any weighing: named columns, each with a closed list of values."""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from stemma.attribution.cues import Cue
from stemma.attribution.draft import Draft
from stemma.attribution.fields import (
    field_of,
    fields,
    frame_of,
    frames,
    noun_lemma,
    nouns_of_saying,
    saying_lemmas,
    verb_lemma,
)
from stemma.attribution.grammar import forms, lexicon
from stemma.attribution.tagging import TAGS, tag_rows, tagger
from stemma.attribution.units import Unit
from stemma.attribution.vocabulary import Vocabulary, Written, written
from stemma.lexicon import table

__all__ = ["BY_WORD", "GAP", "RULES", "Layout", "Read", "layout", "lemmas", "of_words", "values"]

Ints = NDArray[np.int32]
# Empty places between the words of two units, so that what is looked at on either side ends with the unit.
GAP = 3
_LISTS = ("speech", "inverted", "telling", "finding", "attitude", "belief", "intent", "urging", "quotation_only")
_FORMS = ("", "base", "s", "past", "participle", "ing")
RULES = (
    "",
    *"inverted according fronted quotation quoted clause participle asked passive attitude particle question".split(),
    *"finding urging unanswered label tail attached intent belief noun".split(),
)
_SHAPES = ("", "Xx", "XX", "9", "'s", "ly", "ed", "ing", "s", "x", "mark", "quote", "n't")
# Columns that a word's letters alone decide.
BY_WORD = ("word", "lemma", "class", "form", "shape", "kind", "noun", "verb field", "noun field", "frame")
# How an utterance, which counts as one word, is written here.
QUOTE = '"'
_MARKS = tuple(", . ; : — – -- - ! ? ( ) [ ] ... … $ % & /".split())


class Read(NamedTuple):
    """A unit with what the rules make of it. `inside`: it stands inside an utterance of another unit."""

    unit: Unit
    cues: list[Cue]
    drafts: list[Draft]
    inside: bool


class Layout(NamedTuple):
    """The words of all units in a row. `starts[n]` is the place of the first word of unit n.

    `words` has each as it is written, "" where none stands, a quotation mark for an utterance.
    """

    starts: list[int]
    columns: dict[str, Ints]
    words: Written


@cache
def lemmas() -> tuple[str, ...]:
    """The empty one, then every verb that may report and every adjective of attitude in the lexicons."""
    return ("", *sorted(saying_lemmas() | {"according"}))


@cache
def _closed() -> tuple[str, ...]:
    """The closed classes of English and the marks, the empty one first."""
    keys = ("subject_pronouns", "auxiliaries", "negations", "adverbs", "determiners", "possessives", "prepositions")
    more_keys = ("clause_openers", "lead_ins", "after_source", "modals")
    found = {word.replace("’", "'") for key in (*keys, *more_keys) for word in lexicon(key)}
    more = "that to who whom whose and or him them me us himself herself themselves itself there here according".split()
    return ("", *sorted(found | set(more) | lexicon("closed")), *_MARKS, QUOTE, "<day>", "<month>", "<time>", "<other>")


@cache
def _classes() -> tuple[str, ...]:
    """Every set of verb lists that some verb stands in, and "noun"."""
    return ("", *sorted({_class_of(lemma) for lemma in lemmas()[1:]}))


def _class_of(lemma: str) -> str:
    lists = [name for name in _LISTS if lemma in lexicon(name, "reporting_verbs")]
    return "+".join(lists) or ("noun" if lemma in lexicon("nouns") else "phrase")


@cache
def _kinds() -> tuple[str, ...]:
    """What a noun of a source may be: a title, a body, an unnamed source by its category."""
    return ("", "title", "body", "headline", "number", *sorted(table("anonymous")["categories"]))


@cache
def values() -> dict[str, tuple[str, ...]]:
    """The values of each column, the empty one first."""
    return {
        "tag": ("", *TAGS[1:]),
        "word": _closed(),
        "lemma": lemmas(),
        "class": _classes(),
        "form": _FORMS,
        "shape": _SHAPES,
        "kind": _kinds(),
        "noun": ("", *sorted(nouns_of_saying())),
        "verb field": fields("verb"),
        "noun field": fields("noun"),
        "frame": frames(),
        "rule cue": ("", *(f"{edge}{rule}" for edge in "BI" for rule in RULES[1:])),
        "verb": ("", "B", "V", "I", "passive"),
        "place": ("", "first", "second", "last"),
        "inside": ("", "out", "in"),
        "quote near": ("", "no", "before", "after", "both"),
        "said": ("", "no", "S", "C", "SC"),
    }


@cache
def _numbers(column: str) -> dict[str, int]:
    return {value: number for number, value in enumerate(values()[column])}


def _of_word(text: str) -> tuple[int, ...]:
    """The values of BY_WORD for a word written so; "" is an edge, a quotation mark stands for an utterance."""
    if not text:
        return (0,) * len(BY_WORD)
    if text == QUOTE:
        return (_numbers("word")[QUOTE], 0, 0, 0, _numbers("shape")["quote"], 0, 0, 0, 0, 0)
    low = text.lower().replace("’", "'")
    form = forms().get(low)
    lemma = verb_lemma(low) or low
    lemma = lemma if lemma in _numbers("lemma") else ""
    class_ = _class_of(lemma) if lemma else ""
    return (
        _numbers("word")[_word_of(low)],
        _numbers("lemma")[lemma],
        _numbers("class")[class_],
        _numbers("form")[form.form if form is not None else ""],
        _numbers("shape")[_shape(text)],
        _numbers("kind")[_kind_by_word().get(low, "")],
        _numbers("noun")[noun_lemma(low)],
        _numbers("verb field")[field_of(low, "verb")],
        _numbers("noun field")[field_of(low, "noun")],
        _numbers("frame")[frame_of(low)],
    )


def _word_of(low: str) -> str:
    if low in _numbers("word"):
        return low
    for name, key in (("<day>", "weekdays"), ("<month>", "months"), ("<time>", "times")):
        if low in lexicon(key):
            return name
    return "<other>"


@cache
def _kind_by_word() -> dict[str, str]:
    """The kind of each noun of a source, the first where lists share one."""
    lists = [(str(name), nouns) for name, nouns in table("anonymous")["categories"].items()]
    keys = (("title", "titles"), ("body", "bodies"), ("headline", "headline_sources"))
    lists += [(name, sorted(lexicon(key))) for name, key in keys]
    return {noun: name for name, nouns in reversed(lists) for noun in nouns}


def _shape(text: str) -> str:
    if not (text[0].isalnum() or text[-1].isalnum()):
        return "mark"
    if text[0].isdigit():
        return "9"
    low = text.lower().replace("’", "'")
    for ending in ("n't", "'s"):
        if low.endswith(ending):
            return ending
    if text.isupper() and len(text) > 1:
        return "XX"
    if text[0].isupper():
        return "Xx"
    return next((ending for ending in ("ly", "ed", "ing", "s") if low.endswith(ending) and len(low) > 4), "x")


@cache
def _vocabulary() -> Vocabulary:
    return Vocabulary(lambda words: np.array([_of_word(word) for word in words], np.int32).reshape(-1, len(BY_WORD)))


def of_words(words: Written) -> Ints:
    """The values of BY_WORD, a row for each word that is written so."""
    rows: Ints = _vocabulary().rows(words)
    return rows


def layout(reads: Sequence[Read]) -> Layout:
    """The words of the units in a row, GAP empty places before, between and after them."""
    edge = [""] * GAP
    row = list(edge)
    starts: list[int] = []
    for read in reads:
        starts.append(len(row))
        row += [QUOTE if word.kind == "quote" else word.text for word in read.unit.words]
        row += edge
    words = written(row)
    rows = of_words(words).T.copy()
    columns: dict[str, Ints] = dict(zip(BY_WORD, rows, strict=True))
    columns["tag"] = tag_rows(tagger(), words)
    held, none = bytes(map(bool, row)), bytes(len(row))
    read_off = {name: bytearray(held) for name in ("inside", "quote near", "said")}
    read_off |= {name: bytearray(none) for name in ("rule cue", "verb", "place")}
    for read, start in zip(reads, starts, strict=True):
        _read_into(read_off, read, start)
    columns |= {name: np.frombuffer(each, np.uint8).astype(np.int32) for name, each in read_off.items()}
    return Layout(starts, columns, words)


# Columns are written as bytes, whose short stretches are set and mapped in a third of the time of an array's.
Columns = dict[str, bytearray]
# By value of "quote near": the one that says so too of a quotation before, after. Of "said": of a content, of a source.
_BEFORE, _AFTER = (bytes(min(value + more, 4) for value in range(256)) for more in (1, 2))
_IN_CONTENT = bytes(4 if value in {2, 4} else 3 for value in range(256))
_IN_SOURCE = bytes(4 if value >= 3 else 2 for value in range(256))


def _fill(column: bytearray, first: int, stop: int, value: int) -> None:
    column[first:stop] = bytes((value,)) * len(column[first:stop])


def _map(column: bytearray, first: int, stop: int, values: bytes) -> None:
    column[first:stop] = column[first:stop].translate(values)


def _read_into(columns: Columns, read: Read, start: int) -> None:
    """What the rules say of the words of a unit, and where they stand in it."""
    stop = start + len(read.unit.words)
    if read.inside:
        _fill(columns["inside"], start, stop, 2)
    place = columns["place"]
    place[stop - 1] = 3
    place[start : start + 2] = (1, 2) if stop - start > 1 else (1, 1)
    near = columns["quote near"]
    quotes = [at for at, word in enumerate(read.unit.words, start) if word.kind == "quote"]
    if quotes:
        _map(near, start, quotes[-1], _AFTER)
        _map(near, quotes[0] + 1, stop, _BEFORE)
    verb = columns["verb"]
    for cue in read.cues:
        _fill(verb, start + cue.first, start + cue.last + 1, 3)
        verb[start + cue.verb] = 4 if cue.passive else 2
        if cue.first < cue.verb:
            verb[start + cue.first] = 1
    _drafts_into(columns, read, start)


def _drafts_into(columns: Columns, read: Read, start: int) -> None:
    said, ruled = columns["said"], columns["rule cue"]
    rule_cue = _numbers("rule cue")
    for draft in read.drafts:
        first, last = draft.cue
        _fill(ruled, start + first, start + last + 1, rule_cue["I" + draft.rule])
        ruled[start + first] = rule_cue["B" + draft.rule]
        for piece in draft.content:
            _map(said, start + piece[0], start + piece[1] + 1, _IN_CONTENT)
        if draft.source is not None:
            _map(said, start + draft.source[0], start + draft.source[1] + 1, _IN_SOURCE)
