"""One attribution as places in a unit, before it becomes a record."""

from typing import NamedTuple

from stemma.statements import contents, sources
from stemma.statements.cues import Cue, verb_cues
from stemma.statements.grammar import is_clause_verb, is_name, lexicon, verbs
from stemma.statements.units import Word

__all__ = ["Draft", "drafts"]

Range = tuple[int, int]
_QUESTION = frozenset({"whether", "if", "how", "why", "what", "when", "where", "who", "which"})


_CONJUNCTIONS = frozenset({"as", "when", "while", "after", "before", "and", "but", "because", "who"})


class Draft(NamedTuple):
    """Word places, first and last inclusive. `rule` names the construction that was recognised."""

    rule: str
    lemma: str
    cue: Range
    source: Range | None
    content: tuple[Range, ...]
    addressee: Range | None = None
    negated: bool = False


def drafts(words: tuple[Word, ...]) -> list[Draft]:
    """The attributions of one unit, by place of their cue."""
    cues = verb_cues(words)
    found: list[Draft] = []
    for cue in cues:
        draft = _of_verb(words, cue, cues, found)
        if draft is not None:
            found.append(draft)
    found.extend(_according(words))
    found.extend(_nouns(words, cues))
    if not found:
        found.extend(_headline(words))
    return sorted(_bounded(found), key=lambda draft: draft.cue)


def _bounded(found: list[Draft]) -> list[Draft]:
    """What is said inside a fronted content ends where that content ends: "X backs Y, officials said"."""
    fronts = [draft.content[0] for draft in found if draft.rule in {"fronted", "inverted", "according"}]
    return [draft._replace(content=tuple(_clamped(piece, fronts) for piece in draft.content)) for draft in found]


def _clamped(piece: Range, fronts: list[Range]) -> Range:
    for first, last in fronts:
        if first < piece[0] <= last < piece[1]:
            return piece[0], last
    return piece


def _of_verb(words: tuple[Word, ...], cue: Cue, cues: list[Cue], before: list[Draft]) -> Draft | None:
    if cue.passive:
        return _passive(words, cue, cues)
    if cue.form == "ing":
        return _participle(words, cue, cues, before)
    asked = _asked(words, cue, cues)
    if asked is not None:
        return asked
    inverted = _inverted(words, cue, cues)
    if inverted is not None:
        return inverted
    source = sources.source_before(words, cue.first)
    if source is None:
        source = _shared_subject(words, cue, before)
    if source is None:
        return None
    return _fronted(words, cue, source, cues) or _following(words, cue, source, cues)


def _shared_subject(words: tuple[Word, ...], cue: Cue, before: list[Draft]) -> Range | None:
    """Of "... and said" the subject of the verb before."""
    at = cue.first - 1
    if at < 1 or (words[at].low not in {"and", "but"} and not (words[at].text == "," and words[at + 1].low == "then")):
        return None
    if before and before[0].source is not None:
        return before[0].source
    return sources.subject_of_clause(words, at) or sources.opening_name(words)


def _inverted(words: tuple[Word, ...], cue: Cue, cues: list[Cue]) -> Draft | None:
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
        or following.low in {"that", "in", "on", "at", "to", "about", "of", "during"} | lexicon("weekdays") | _QUESTION
    ):
        return None
    if ahead.kind != "quote":
        apposition = sources.source_before(words, cue.first)
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


_CIRCUMSTANCE = frozenset({"when", "as", "while", "after", "because", "of", "about", "before"})


def _is_closed(words: tuple[Word, ...], at: int, source: int) -> bool:
    """Whether nothing that is said follows the cue: a mark, or only when, where and of what it was said."""
    if at >= len(words) or words[at].kind != "word":
        return True
    if words[at].low not in lexicon("prepositions") | _CIRCUMSTANCE:
        return False
    if words[source - 1].kind == "quote":
        return True
    clause = any(is_clause_verb(words, place) or words[place].low == "that" for place in range(at, len(words)))
    return not clause and any(_is_verb_like(words, place) for place in range(source))


def _taken_up(words: tuple[Word, ...], at: int, source: Range, cues: list[Cue]) -> list[Range]:
    """The rest of a clause that the cue interrupts: "The bridge, she said, is safe"."""
    if at + 1 >= len(words) or words[at].text not in {",", "—", "–", "--"}:
        return []
    opens = words[0].low in lexicon("clause_openers") | lexicon("prepositions")
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


def _fronted(words: tuple[Word, ...], cue: Cue, source: Range, cues: list[Cue]) -> Draft | None:
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
    if front is None or (ahead.kind != "quote" and front[1] - front[0] < 2):
        return None
    return Draft("fronted", cue.lemma, (cue.first, cue.last), source, (front, *rest), addressee)


def _following(words: tuple[Word, ...], cue: Cue, source: Range, cues: list[Cue]) -> Draft | None:
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
    rule = _frame(words, cue, content[0])
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


_SUBORDINATORS = frozenset({"while", "when", "as", "after", "before", "if", "because", "although", "since", "though"})


def _is_subordinate(words: tuple[Word, ...], source: Range) -> bool:
    """Whether the saying itself hangs on another clause, so that a comma after it goes back to that clause."""
    return (source[0] > 0 and words[source[0] - 1].low in _SUBORDINATORS) or words[source[0]].low in {"who", "which"}


def _colon(words: tuple[Word, ...], last: int) -> int:
    """A colon right after the verb belongs to the cue: so draw annotators of PolNeAR three in four of them."""
    return last + 1 if last + 1 < len(words) and words[last + 1].text == ":" else last


def _frame(words: tuple[Word, ...], cue: Cue, at: int) -> str | None:
    """How the verb governs what follows; None where it governs nothing that is said."""
    following = words[at]
    lemma = cue.lemma
    if following.kind == "quote":
        return "quotation" if lemma in verbs("speech") | verbs("finding") else None
    if following.low == "that":
        return "clause"
    if following.low == "to" and cue.last == cue.verb:
        return "intent" if lemma in verbs("intent") else None
    if lemma in {"say", "add", "tell", "note", "announce", "warn", "insist", "claim", "argue", "write", "explain"}:
        return "clause" if following.low not in {"by", "of", "as", "for"} else None
    if following.low in _QUESTION:
        return "question"
    if cue.last > cue.verb:
        return "particle"
    if following.low in lexicon("prepositions") or following.kind != "word":
        return None
    if lemma in verbs("urging") and lemma not in verbs("speech"):
        return "urging"
    if lemma in verbs("finding"):
        return "finding"
    if lemma in verbs("attitude"):
        return "attitude"
    if lemma in verbs("belief"):
        return "belief"
    if lemma in verbs("speech") and any(is_clause_verb(words, place) for place in range(at, min(at + 12, len(words)))):
        return "clause"
    return None


def _participle(words: tuple[Word, ...], cue: Cue, cues: list[Cue], before: list[Draft]) -> Draft | None:
    """ "..., adding that ..."."""
    if cue.first == 0:
        return None
    if words[cue.first - 1].kind == "word":
        return _attached(words, cue, cues)
    if words[cue.first - 1].text not in {",", "—", "–", "--"}:
        return None
    source = before[-1].source if before else None
    source = source or sources.subject_of_clause(words, cue.first) or sources.opening_name(words)
    if source is None:
        return None
    draft = _following(words, cue, source, cues)
    return draft._replace(rule="participle") if draft is not None else None


def _attached(words: tuple[Word, ...], cue: Cue, cues: list[Cue]) -> Draft | None:
    """ "a note saying that ...", "with residents saying ..."."""
    if cue.lemma not in {"say", "claim", "argue", "warn", "allege", "suggest", "insist"}:
        return None
    source = sources.source_before(words, cue.first)
    issued = _issued(words, cue.first)
    if issued is not None:
        source = sources.source_before(words, issued) or _shared_subject(words, cue._replace(first=issued), [])
        cue = cue._replace(first=issued)
    draft = _following(words, cue, source, cues) if source is not None else None
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


def _passive(words: tuple[Word, ...], cue: Cue, cues: list[Cue]) -> Draft | None:
    """ "was asked whether ...", "is believed to ...", "was quoted as saying ..."."""
    at = cue.last + 1
    if cue.lemma == "quote" and [word.low for word in words[at : at + 2]] == ["as", "saying"]:
        source = sources.source_before(words, cue.first)
        whole = cue._replace(last=at + 1)
        if source is None:
            return None
        draft = _fronted(words, whole._replace(lemma="say"), source, cues) or _following(
            words, whole._replace(lemma="say"), source, cues
        )
        return draft._replace(rule="quoted") if draft is not None else None
    if at >= len(words):
        return None
    asked = cue.lemma == "ask" and (words[at].low in _QUESTION or words[at].low == "about")
    held = cue.lemma in verbs("belief") | {"say", "report"} and words[at].low in {"to", "that"}
    if not asked and not held:
        return None
    content = contents.after(words, at, cues, narrow=held)
    if content is None:
        return None
    subject = sources.source_before(words, cue.first) if held and words[at].low == "to" else None
    pieces = (content,) if subject is None else (subject, content)
    return Draft("passive", cue.lemma, (cue.first, cue.last), None, pieces)


def _asked(words: tuple[Word, ...], cue: Cue, cues: list[Cue]) -> Draft | None:
    """ "Asked whether ..., she said" and "when asked about ...": whoever asked is not named."""
    opens = cue.first == 0 or words[cue.first - 1].low in {"when", "if"} or words[cue.first - 1].text == ","
    at = cue.last + 1
    if not opens or cue.lemma != "ask" or cue.form != "past" or cue.first != cue.verb or at >= len(words):
        return None
    place = contents.skip_circumstance(words, at)
    if place >= len(words) or words[place].low not in _QUESTION | {"about"} and cue.last == cue.verb:
        return None
    content = contents.after(words, place, cues)
    if content is None:
        return None
    comma = next((at for at in range(content[0], content[1]) if words[at].text == ","), content[1] + 1)
    return Draft("asked", "ask", (cue.first, cue.last), None, ((content[0], comma - 1),))


def _according(words: tuple[Word, ...]) -> list[Draft]:
    """ "According to X, ..." and "..., according to X"."""
    found = []
    for at in range(len(words) - 2):
        if words[at].low == "according" and words[at + 1].low == "to":
            draft = _according_at(words, at)
            if draft is not None:
                found.append(draft)
    return found


def _according_at(words: tuple[Word, ...], at: int) -> Draft | None:
    source = sources.source_after(words, at + 2, inverted=False)
    if source is None:
        return None
    if at == 0:
        content = contents.after(words, source[1] + 1, [])
    else:
        content = contents.fronted(words, at)
    if content is None:
        return None
    return Draft("according", "according", (at, at + 1), source, (content,))


def _nouns(words: tuple[Word, ...], cues: list[Cue]) -> list[Draft]:
    """ "X's claim that ...", "her promise to ..."."""
    found = []
    for at in range(1, len(words) - 2):
        if words[at].low not in lexicon("nouns") or words[at + 1].low != "that":
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
        phrase = sources.source_before(words, holder + 1)
        source = phrase if phrase is not None else source
    return Draft("noun", words[at].low, (holder + 1, at), source, (content,))


def _headline(words: tuple[Word, ...]) -> list[Draft]:
    """ "X: ..." and "... – sources" or "...: report" of a line without a closing stop; "X: ..." of a transcript."""
    colon = next((at for at, word in enumerate(words[:9]) if word.text == ":"), None)
    if colon and colon + 3 < len(words) and _is_label(words[:colon]):
        content = contents.after(words, colon + 1, [])
        return [Draft("label", ":", (colon, colon), (0, colon - 1), (content,))] if content is not None else []
    return _tail(words)


def _is_label(label: tuple[Word, ...]) -> bool:
    names_only = all(is_name(word) or word.low in lexicon("label_links") for word in label)
    if len(label) == 1 and not (label[0].text.isupper() or label[0].low in lexicon("headline_sources")):
        return False  # "Bombshell: ..." and "Orr: ..." look alike
    return names_only and len(label) <= 6 and not any(word.low in lexicon("no_speakers") for word in label)


def _tail(words: tuple[Word, ...]) -> list[Draft]:
    """ "Bridge to close – sources"."""
    for at in range(max(3, len(words) - 4), len(words) - 1):
        if words[at].text in {":", "—", "–", "-", "--"} and words[-1].low in lexicon("headline_sources"):
            front = contents.fronted(words, at)
            if front is not None:
                return [Draft("tail", ":", (at, at), (at + 1, len(words) - 1), (front,))]
    return []
