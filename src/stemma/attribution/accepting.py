"""How likely an attribution is one, once its cue and its roles are known: a logistic model over named features."""

from bisect import bisect_left
from functools import cache
from importlib.resources import files
from math import exp, log

import msgspec

from stemma.attribution.columns import Read
from stemma.attribution.fields import field_of, verb_lemma
from stemma.attribution.finding_cues import Marked
from stemma.attribution.finding_roles import Roles, draft_of
from stemma.attribution.grammar import lexicon

__all__ = ["Accepting", "likelihood", "named_features"]

# Chances are kept this far from 0 and 1, so that one model's certainty cannot outvote the rest.
_CERTAIN = 0.01
# Chances that a content ends where it does are told apart up to these bounds; none counts as less than the last.
_SURE = (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99)
_LEAST_SURE = 0.05
# Lengths in words are told apart up to these bounds.
_LENGTHS = (1, 2, 3, 5, 8, 12, 20, 40)


class Accepting(msgspec.Struct, frozen=True):
    """The model as a file: a weight for each feature by name; "bias" stands alone."""

    provenance: str
    weights: dict[str, float]


@cache
def _bundled() -> Accepting:
    path = files("stemma.attribution").joinpath("models", "accepting.json")
    return msgspec.json.decode(path.read_bytes(), type=Accepting)


def likelihood(text: str, read: Read, cue: Marked, given: Roles, model: Accepting | None = None) -> float:
    """How likely a reader asked to mark attributions marks this one (0..1)."""
    weights = (model or _bundled()).weights
    features = named_features(text, read, cue, given)
    total = weights["bias"] + sum([weights.get(name, 0.0) * value for name, value in features.items()])
    return 1 / (1 + exp(-total))


def named_features(text: str, read: Read, cue: Marked, given: Roles) -> dict[str, float]:
    """What the model weighs of an attribution."""
    chance = min(max(cue.chance, _CERTAIN), 1 - _CERTAIN)
    words = read.unit.words[cue.first : cue.last + 1]
    draft = draft_of(read, cue)
    rule = draft.rule if draft is not None else "none"
    source, content = _source_kind(text, given), _content_kind(text, given, words[0].start)
    field = field_of(next((word.low for word in reversed(words) if verb_lemma(word.low)), ""), "verb") or "none"
    quote = "quote" if any(text[start] in "“\"'‘" for start, _ in given.content) else "plain"
    found = [
        f"rule {rule}",
        f"source {source}",
        f"content {content}",
        f"source {source}, content {content}",
        f"rule {rule}, source {source}",
        f"rule {rule}, content {content}",
        f"field {field}, content {content}",
        f"field {field}, source {source}",
        f"{quote}, content {content}",
        f"cue of {min(len(words), 6)}",
        f"content of {_length(text, given.content)}",
        f"source of {_length(text, given.source)}",
        f"pieces {min(len(given.content), 3)}",
        f"rule {rule}, same words {_agreement(read, cue, given)}",
        f"end {_sureness(given)}",
        f"end {_sureness(given)}, content {content}",
    ]
    return {
        "chance": log(chance / (1 - chance)),
        "chance squared": log(chance / (1 - chance)) ** 2 / 4,
        "end": log(max(given.sure, _LEAST_SURE)) if given.sure is not None else 0.0,
    } | dict.fromkeys(found, 1.0)


def _sureness(given: Roles) -> str:
    """How sure the end of the content is."""
    return "none" if given.sure is None else str(bisect_left(_SURE, given.sure))


def _source_kind(text: str, given: Roles) -> str:
    if not given.source:
        return "none"
    words = text[given.source[0][0] : given.source[0][1]].split()
    low = words[-1].lower().strip(".,’'")
    if len(words) == 1 and low in lexicon("subject_pronouns") | lexicon("determiners"):
        return low if low in lexicon("subject_pronouns") else "determiner"
    if any(word[:1].isupper() for word in words[1:]) or (words[0][:1].isupper() and len(words) == 1):
        return "name"
    field = field_of(low, "noun").split("+")[0]
    return field if field in {"person", "group", "communication", "cognition", "act"} else "other"


def _content_kind(text: str, given: Roles, cue: int) -> str:
    if not given.content:
        return "none"
    start, end = given.content[0][0], given.content[-1][1]
    if end <= cue:
        return "before"
    if start < cue:
        return "both sides"
    low = (text[start:end].split(maxsplit=1) or [""])[0].lower().strip("“\"‘'")
    if low in {"that", "to", "if", "whether", "how", "why", "what", "who", "for"}:
        return low
    gap = text[cue:start]
    return "after, apart" if "," in gap or ":" in gap else "after"


def _length(text: str, pieces: tuple[tuple[int, int], ...]) -> int:
    words = sum(text.count(" ", start, end) + 1 for start, end in pieces)
    return next((bound for bound in _LENGTHS if words <= bound), 99)


def _agreement(read: Read, cue: Marked, given: Roles) -> str:
    """Which roles the rules fill with the same words, up to the marks at their ends."""
    draft = draft_of(read, cue)
    if draft is None:
        return "no rule"
    words = read.unit.words
    source = draft.source is not None and (words[draft.source[0]].start, words[draft.source[1]].end) in given.source
    content = tuple((words[first].start, words[last].end) for first, last in draft.content) == given.content
    return ("source " if source else "") + ("content" if content else "")
