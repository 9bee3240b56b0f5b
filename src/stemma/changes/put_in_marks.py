"""What is only reported in one account, put in quotation marks in the other in other words."""

from stemma.changes.links import Link
from stemma.changes.pairs import Pair
from stemma.changes.quotations import words_made
from stemma.changes.retold import told_in
from stemma.changes.sides import Quoted, Side, content_stems, cut, is_in_single_marks, statements_in, words_in
from stemma.changes.telling import accuses, finds, is_said, reports, tells
from stemma.changes.voices import Voice, is_one_voice, voice_of
from stemma.changes.wording import Utterance
from stemma.records import Change, Span, Statement

__all__ = ["reports_put_in_marks"]

# Fewer words in marks are a title, a nickname or a phrase held at a distance (as for words taken over).
_LEAST_WORDS = 4
# Below this, aligned passages may be on two matters that share their names.
_LEAST_SCORE = 0.5
# So much of the lighter of the two, what is in marks and what is reported, is in the other (chosen by eye).
_SHARED = 0.4


def reports_put_in_marks(pair: Pair) -> list[Change]:
    """Quotations of the second whose speaker says the same in the first, but in reported speech."""
    found = []
    for quoted, uttered in zip(pair.second.quoted, pair.second.uttered, strict=True):
        if len(uttered.words) < _LEAST_WORDS or _is_quoted_there(pair.first, uttered):
            continue
        source = next((said for link in pair.links if (said := _reported(pair, link, quoted)) is not None), None)
        if source is not None:
            found.append(words_made(pair, source, quoted))
    return found


def _is_quoted_there(of: Side, uttered: Utterance) -> bool:
    """Whether the first has a telling word of it in marks too: then it may be a version of that."""
    return any(each.own & uttered.own for each in of.uttered)


def _reported(pair: Pair, link: Link, quoted: Quoted) -> Span | None:
    """The first's report of what stands in the marks; None where there is none or its passages quote as well."""
    if link.score < _LEAST_SCORE or not any(span.start <= quoted.start < span.end for span in link.second):
        return None
    if any(mark.start < span.end and span.start < mark.end for mark in pair.first.quoted for span in link.first):
        return None
    inside = [cut(pair.second, quoted.start, quoted.end)]
    speakers = [each.voice for each in told_in(pair.second, link.second_index, link.second)]
    told = content_stems(words_in(pair.second, inside))
    if is_said(inside[0].text):  # the other report itself is quoted, with who said so
        return None
    for ours in statements_in(pair.first, link.first_index):
        if ours.kind == "indirect" and ours.source and ours.content and not ours.asks and _is_telling(ours):
            same = any(_may_be_one(voice_of(pair.first, ours), speaker) for speaker in speakers)
            marked = is_in_single_marks(link.first, ours.content[-1].end)
            if same and not marked and _are_of_one_matter(told, content_stems(words_in(pair.first, ours.content))):
                return ours.content[0]
    return None


def _is_telling(statement: Statement) -> bool:
    return any(sort(statement) for sort in (tells, finds, reports, accuses))


def _may_be_one(one: Voice, other: Voice) -> bool:
    return one.is_known and other.is_known and is_one_voice(one, other)


def _are_of_one_matter(one: dict[str, float], other: dict[str, float]) -> bool:
    shared = sum(weight for stem, weight in one.items() if stem in other)
    return shared > 0 and shared >= _SHARED * min(sum(one.values()), sum(other.values()))
