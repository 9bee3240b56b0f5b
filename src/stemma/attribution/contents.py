"""What is said: the words after a cue, or those before it."""

from stemma.attribution.cues import Cue
from stemma.attribution.grammar import is_clause_verb, is_name, lexicon, verbs
from stemma.attribution.subjects import source_before
from stemma.attribution.units import Word

__all__ = ["OCCASIONS", "after", "fronted", "skip_circumstance", "skip_listener", "to_comma"]

Range = tuple[int, int]
_CLOSERS = frozenset({".", "!", "?", ";", ":", ",", "—", "–", "--", "-", "...", "…"})
# A subject is looked for in so many words after its conjunction (chosen by eye).
_SUBJECT = 14
_ASIDES = frozenset({"however", "though", "too", "meanwhile", "moreover", "instead", "again"})
OCCASIONS = frozenset(
    """statement interview interviews email e-mail tweet post letter conference briefing speech call memo release note
    message report hearing debate rally telephone phone article column appearance event meeting remarks""".split()
)


def skip_circumstance(words: tuple[Word, ...], at: int) -> int:
    """Place after words that date or place the saying ("on Monday", "in a statement"); `at` where there are none."""
    place = at
    while place < len(words):
        end = _circumstance(words, place)
        if end == place:
            break
        place = end
    return place


def _circumstance(words: tuple[Word, ...], at: int) -> int:
    word = words[at]
    if word.text == "," and at + 3 < len(words) and words[at + 1].low in _ASIDES and words[at + 2].text == ",":
        return at + 3
    if word.low.endswith("ly") and at + 1 < len(words) and words[at + 1].low == "that":
        return at + 1
    if word.low in lexicon("weekdays"):
        end = at + 1
        while end < len(words) and words[end].low in lexicon("times"):
            end += 1
        return end
    if word.low in {"last", "this", "earlier", "late", "early"} and at + 1 < len(words):
        following = words[at + 1]
        if following.low in lexicon("times") | lexicon("weekdays") | lexicon("months"):
            return at + 2 if following.low != "this" else min(at + 3, len(words))
        return at
    if word.low in {"in", "on", "at", "during", "by", "via", "after", "before", "through"}:
        return _phrase_of_circumstance(words, at)
    return at


def _phrase_of_circumstance(words: tuple[Word, ...], at: int) -> int:
    """After a phrase that ends in a day or an occasion, or that closes before "that" or a quotation."""
    last = at
    for place in range(at + 1, min(at + 9, len(words))):
        word = words[place]
        if word.kind == "quote" or word.low == "that" or (word.text in {",", ":"} and _utterance_next(words, place)):
            return place
        if word.kind != "word" or is_clause_verb(words, place) or word.low in lexicon("subject_pronouns"):
            break
        if word.low in lexicon("weekdays") | OCCASIONS or (word.low in {"twitter", "facebook", "reporters"}):
            last = place
    return last + 1 if last > at else at


def _utterance_next(words: tuple[Word, ...], at: int) -> bool:
    return at + 1 < len(words) and (words[at + 1].kind == "quote" or words[at + 1].low == "that")


def skip_listener(words: tuple[Word, ...], at: int) -> int:
    """Place after the listener that begins at `at`: up to "that", a quotation, a day, or the clause that follows."""
    place = at
    while place < len(words) and place - at < 14:
        word = words[place]
        if word.kind != "word" or word.low in {"that", "to", "whether", "if", "how", "why", "what", "about"}:
            break
        if word.low in lexicon("weekdays") or (place > at and word.low in lexicon("subject_pronouns") - {"it", "you"}):
            break
        if place > at and word.low in {"on", "in", "at", "during", "last", "this", "after", "by", "via"}:
            break
        if (
            place > at
            and word.low in {"the", "his", "her", "their", "its", "there", "it"}
            and words[place - 1].low not in lexicon("prepositions") | {"and"}
        ):
            break
        place += 1
        if words[place - 1].low in {"me", "him", "them", "us", "her", "reporters"} and (
            words[place - 1].low != "her" or place - 1 > at
        ):
            break
    return place


def after(words: tuple[Word, ...], start: int, cues: list[Cue], *, narrow: bool = False) -> Range | None:
    """Words from `start` to the end of what is said; None where none are left.

    `narrow`: the cue governs a thing or an action ("criticized the plan", "vowed to"), not a clause, so that what
    hangs on after it is more often the reporter's own.
    """
    first = start
    while first < len(words) and words[first].kind == "mark" and words[first].text not in {"[", "(", "$", "@", "#"}:
        first += 1
    if first >= len(words):
        return None
    last = _end(words, first, cues) - 1
    if narrow:
        last = min(last, _narrow_end(words, first, last + 1) - 1)
    while last >= first and words[last].text in _CLOSERS:
        last -= 1
    return (first, last) if last >= first else None


def _end(words: tuple[Word, ...], first: int, cues: list[Cue]) -> int:
    """Place after the last word of what is said."""
    speech = {cue.first: cue for cue in cues if cue.lemma in verbs("speech") and cue.form != "progressive"}
    for at in range(first + 1, len(words)):
        word = words[at]
        if word.text == ";":
            return at
        if word.low == "according" and at + 1 < len(words) and words[at + 1].low == "to":
            return at
        if word.text in {",", "—", "–", "--", "-"} and _new_saying(words, at + 1, speech):
            return at
        if word.low in {"and", "but", "while"} and _speaker_follows(words, at, speech):
            return at
        if word.low in {"and", "but"} and at + 1 in speech and speech[at + 1].form in {"past", "s"}:
            return at
    return len(words)


def _speaker_follows(words: tuple[Word, ...], at: int, speech: dict[int, Cue]) -> bool:
    """Whether the words after a conjunction are the subject of the next saying: "..., while Ms. Orr said"."""
    following = next((place for place in range(at + 2, min(at + _SUBJECT, len(words))) if place in speech), None)
    if following is None or speech[following].form not in {"past", "s"}:
        return False
    source = source_before(words, following, at)
    return source is not None and source[0] == at + 1


def to_comma(words: tuple[Word, ...], content: Range) -> Range:
    """The content up to its first comma that does not go on with "and", "or" or a relative."""
    for at in range(content[0] + 2, content[1]):
        goes_on = words[at + 1].low in {"and", "or", "which", "who", "whose", "including"} or is_name(words[at + 1])
        if words[at].text == "," and not goes_on:
            return content[0], at - 1
    return content


# After a comma these end what a narrow cue governs: in PolNeAR's train part .7 of the contents stop at ", the" and
# ", a", .68 at a participle, .67 at "but", .61 at "which", .86 at ", but he"; everything else stops fewer than half.
_HANGS_ON = frozenset({"the", "a", "an", "but", "which", "who", "while", "though", "although", "as"})


def _narrow_end(words: tuple[Word, ...], first: int, stop: int) -> int:
    for at in range(first + 1, stop - 1):
        following = words[at + 1]
        if words[at].text == ",":
            participle = following.low.endswith("ing") and len(following.low) > 5
            if participle or following.low in _HANGS_ON or _opens_clause(words, at + 1):
                return at
        elif words[at].low == "but" or (words[at].low == "and" and _is_past(following)):
            return at
    return stop


def _opens_clause(words: tuple[Word, ...], at: int) -> bool:
    return words[at].low == "and" and at + 1 < len(words) and words[at + 1].low in lexicon("subject_pronouns")


def _is_past(word: Word) -> bool:
    """ "... and rejected": .76 of narrow contents stop there."""
    return word.low.endswith("ed") and len(word.low) > 4 and word.text.islower()


def _new_saying(words: tuple[Word, ...], at: int, speech: dict[int, Cue]) -> bool:
    """Whether another saying of the same or another speaker begins here."""
    cue = speech.get(at)
    if cue is not None and (cue.form == "ing" or cue.lemma in {"say", "add", "write"}):
        return True
    if (
        words[at : at + 2]
        and words[at].low == "but"
        and words[min(at + 1, len(words) - 1)].low in {"he", "she", "they"}
    ):
        return True
    if at < len(words) and words[at].low in {"and", "but"}:
        following = at + 1
        if following in speech and speech[following].form in {"past", "s"}:
            return True
        return (
            following + 1 in speech
            and words[following].low in lexicon("subject_pronouns")
            and speech[following + 1].form in {"past", "s"}
        )
    return at + 1 in speech and at < len(words) and words[at].low in {"he", "she", "they", "who"}


def _after_dateline(words: tuple[Word, ...], last: int) -> int:
    """Place after an opening such as "OSTRA (AP) —"."""
    for at in range(1, min(8, last)):
        if words[at].text in {"—", "–", "--", "-"}:
            return at + 1 if words[0].text.isupper() and len(words[0].text) > 2 else 0
        if words[at].kind == "word" and not words[at].text[0].isupper():
            break
    return 0


def fronted(words: tuple[Word, ...], stop: int) -> Range | None:
    """Words before `stop`, from where their sentence begins; None where none are left."""
    last = stop - 1
    while last >= 0 and words[last].text in _CLOSERS:
        last -= 1
    first = _after_dateline(words, last)
    if first == 0 and words[0].low in {"meanwhile", "now"} and last > 2:
        first = 1 + (words[1].text == ",")
    while first < last and (
        words[first].low in {"but", "and", "yet"}
        or (words[first].kind == "mark" and words[first].text not in {"[", "(", "$", "@", "#"})
    ):
        first += 1
    lead_in = last >= 1 and words[last].kind == "quote" and words[last - 1].text == ":"
    first = last if lead_in else first  # "He was blunt: “...,” she said"
    return (first, last) if last >= first else None
