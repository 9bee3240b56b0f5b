"""What a finite verb of saying governs: before it, after it, and on both sides."""

from stemma.attribution import contents, sources
from stemma.attribution.cues import Cue
from stemma.attribution.draft import Draft, Range
from stemma.attribution.frames import QUESTION, frame
from stemma.attribution.grammar import is_clause_verb, is_name, lexicon, verbs
from stemma.attribution.subjects import opening_name, source_before, subject_of_clause
from stemma.attribution.units import Word

__all__ = ["following", "fronted", "inverted", "shared_subject"]

_CONJUNCTIONS = frozenset({"as", "when", "while", "after", "before", "and", "but", "because", "who"})


_CIRCUMSTANCE = frozenset({"when", "as", "while", "after", "because", "of", "about", "before"})


_SUBORDINATORS = frozenset({"while", "when", "as", "after", "before", "if", "because", "although", "since", "though"})


def shared_subject(words: tuple[Word, ...], cue: Cue, before: list[Draft]) -> Range | None:
    """Of "... and said" the subject of the verb before."""
    at = cue.first - 1
    if at < 1 or (words[at].low not in {"and", "but"} and not (words[at].text == "," and words[at + 1].low == "then")):
        return None
    if before and before[0].source is not None:
        return before[0].source
    return subject_of_clause(words, at) or opening_name(words)


def inverted(words: tuple[Word, ...], cue: Cue, cues: list[Cue]) -> Draft | None:
    """ "...," said Ms. Orr."""
    if cue.lemma not in verbs("inverted") or cue.form not in {"past", "s"} or cue.first != cue.verb or cue.first == 0:
        return None
    ahead = words[cue.first - 1]
    if ahead.kind != "quote" and ahead.text not in {",", "?", "!", "—", "–", "--"}:
        return None
    following = words[cue.last + 1] if cue.last + 1 < len(words) else None
    if (
        following is None
        or following.kind != "word"
        or following.low in {"that", "in", "on", "at", "to", "about", "of", "during"} | lexicon("weekdays") | QUESTION
    ):
        return None
    if ahead.kind != "quote":
        apposition = source_before(words, cue.first)
        if apposition is not None and not _is_said_by_another(words, cue, apposition):
            return None
    source = sources.source_after(words, cue.last + 1, inverted=True)
    front = contents.fronted(words, cue.first)
    if source is None or front is None or not _ends_at(words, source[1] + 1):
        return None
    if ahead.kind != "quote" and following.low in lexicon("subject_pronouns"):
        return None  # "..., said he had": the speaker stands before
    return Draft("inverted", cue.lemma, (cue.first, cue.last), source, (front, *_resumed(words, source[1] + 1, cues)))


def _ends_at(words: tuple[Word, ...], at: int) -> bool:
    """Whether no verb of the phrase before it stands here, so that the phrase follows its own verb."""
    if at >= len(words) or words[at].kind != "word":
        return True
    return words[at].low in lexicon("prepositions") | lexicon("weekdays") | lexicon("times") | _CONJUNCTIONS


def _is_said_by_another(words: tuple[Word, ...], cue: Cue, apposition: Range) -> bool:
    """Whether what looks like "X, the mayor," before the cue is the end of a clause: "... beat X, a record, said Y"."""
    first, last = apposition
    if any(is_clause_verb(words, place) for place in range(first)):
        source = sources.source_after(words, cue.last + 1, inverted=True)
        return source is not None and _ends_at(words, source[1] + 1) and last - first > 1
    return False


def _resumed(words: tuple[Word, ...], at: int, cues: list[Cue]) -> list[Range]:
    """The rest of an interrupted quotation."""
    for place in range(at, min(at + 14, len(words))):
        if any(cue.verb == place and cue.form == "ing" for cue in cues):
            break
        if words[place].kind == "quote" and (words[place - 1].kind != "word" or place == at):
            rest = contents.after(words, place, cues)
            return [rest] if rest is not None else []
        if words[place].text in {";", "."}:
            break
    return []


def fronted(words: tuple[Word, ...], cue: Cue, source: Range, cues: list[Cue]) -> Draft | None:
    """ "..., she said [on Monday]", also in the middle of a quotation."""
    if cue.lemma not in verbs("speech") | verbs("belief") or source[0] == 0:
        return None
    ahead = words[source[0] - 1]
    if ahead.low == "as" and source[0] > 1:
        ahead = words[source[0] - 2]
    if ahead.kind != "quote" and ahead.text not in {",", "—", "–", "--", "?", "!"}:
        return None
    at = cue.last + 1
    addressee = None
    if cue.lemma in verbs("telling"):
        end = contents.skip_listener(words, at)
        addressee = (at, end - 1) if end > at else None
        at = end
    at = contents.skip_circumstance(words, at)
    if not _is_closed(words, at, source[0]):
        return None
    rest = _resumed(words, at, cues)
    if rest and ahead.text == "," and not any(word.kind == "quote" for word in words[: source[0]]):
        return None  # "On Monday, she said, “...”": the words before the speaker say when
    rest = rest or _taken_up(words, at, source, cues)
    front = contents.fronted(words, source[0] - (words[source[0] - 1].low == "as"))
    if front is None or (ahead.kind != "quote" and not rest and front[1] - front[0] < 2):
        return None
    return Draft("fronted", cue.lemma, (cue.first, cue.last), source, (front, *rest), addressee)


def _is_closed(words: tuple[Word, ...], at: int, source: int) -> bool:
    """Whether nothing that is said follows the cue: a mark, or only when, where and of what it was said."""
    if at >= len(words) or words[at].kind != "word":
        return True
    if words[at].low == "to" or words[at].low not in lexicon("prepositions") | _CIRCUMSTANCE:
        return False
    if words[source - 1].kind == "quote":
        return True
    clause = any(is_clause_verb(words, place) or words[place].low == "that" for place in range(at, len(words)))
    return not clause and any(_is_verb_like(words, place) for place in range(source))


def _taken_up(words: tuple[Word, ...], at: int, source: Range, cues: list[Cue]) -> list[Range]:
    """The rest of a clause that the cue interrupts: "The bridge, she said, is safe"."""
    if at + 1 >= len(words) or words[at].text not in {",", "—", "–", "--"}:
        return []
    opens = words[0].low in _SUBORDINATORS | lexicon("prepositions") | {"unless", "until", "once"}
    if not opens and any(_is_verb_like(words, place) for place in range(source[0])):
        return []
    if any(cue.first in {at + 1, at + 2} and cue.form in {"ing", "past"} for cue in cues):
        return []
    rest = contents.after(words, at + 1, cues)
    return [rest] if rest is not None else []


def _is_verb_like(words: tuple[Word, ...], at: int) -> bool:
    return (
        is_clause_verb(words, at)
        or words[at].kind == "quote"
        or (words[at].low.endswith("ed") and not is_name(words[at]))
    )


def following(words: tuple[Word, ...], cue: Cue, source: Range, cues: list[Cue]) -> Draft | None:
    """ "X said (that) ...", "X told Y ...", "X criticized ..."."""
    at = cue.last + 1
    if at >= len(words):
        return None
    addressee = None
    if cue.lemma in {"tell", "inform", "notify", "remind", "assure"}:
        end = contents.skip_listener(words, at)
        addressee = (at, end - 1) if end > at else None
        at = end
    at = contents.skip_circumstance(words, at)
    content = contents.after(words, at, cues)
    if content is None:
        return None
    rule = frame(words, cue, content[0])
    if rule is None:
        return None
    if _is_subordinate(words, source):
        content = contents.to_comma(words, content)
    if rule in {"attitude", "urging", "intent", "belief", "particle"}:
        content = contents.after(words, at, cues, narrow=True) or content
    pieces: tuple[Range, ...] = (content,)
    if source[0] > 0 and words[source[0] - 1].low in {"which", "what"} and rule == "clause":
        pieces = ((source[0] - 1, source[0] - 1), content)
    return Draft(rule, cue.lemma, (cue.first, _colon(words, cue.last)), source, pieces, addressee, cue.negated)


def _is_subordinate(words: tuple[Word, ...], source: Range) -> bool:
    """Whether the saying itself hangs on another clause, so that a comma after it goes back to that clause."""
    return (source[0] > 0 and words[source[0] - 1].low in _SUBORDINATORS) or words[source[0]].low in {"who", "which"}


def _colon(words: tuple[Word, ...], last: int) -> int:
    """A colon right after the verb belongs to the cue: so draw annotators of PolNeAR three in four of them."""
    return last + 1 if last + 1 < len(words) and words[last + 1].text == ":" else last
