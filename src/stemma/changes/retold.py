"""What one source says, put down to another whom both accounts know, in whatever words."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from stemma.changes.attributions import source_changed
from stemma.changes.links import Link
from stemma.changes.pairs import Pair
from stemma.changes.sides import Side, content_stems, cut, statements_in, words_in
from stemma.changes.tellers import asking_forms, tellers
from stemma.changes.telling import accuses, cue_within, finds, reckons, reports, teller, tells
from stemma.changes.voices import Voice, is_one_voice, known_as, voice_at, voice_of
from stemma.records import Change, Span, Statement

__all__ = ["Told", "sources_exchanged", "told_in"]

# Counterparts on less likeness may be on two matters (chosen on own reports).
_LEAST_SCORE = 0.35
# So much of the lighter of the two claims must be in the other, and so many of its words.
_SHARED = 0.35
_SHARED_STEMS = 2


class Told(NamedTuple):
    """Who is said to say it, where, and what."""

    source: Span
    voice: Voice
    content: dict[str, float]


def sources_exchanged(pair: Pair) -> list[Change]:
    """Claims of the first whose counterpart the second puts down to somebody else whom the first knows too."""
    return [
        source_changed(pair, ours.source, theirs.source)
        for link in pair.links
        if link.score >= _LEAST_SCORE and link.kind != "quoting"
        for ours in told_in(pair.first, link.first_index, link.first)
        for theirs in told_in(pair.second, link.second_index, link.second)
        if _are_of_one_claim(ours, theirs) and _are_two(pair, link, ours, theirs)
    ]


def told_in(of: Side, places: Iterable[int], spans: tuple[Span, ...]) -> list[Told]:
    """What is said in the passages, by whom; where no statement was read, by whom the sentence ends in."""
    clear = [each for span in spans for each in _clear(of, span)]
    found = [
        Told(each.source[0], voice_of(of, each), content_stems(words_in(of, each.content)))
        for each in statements_in(of, places)
        if each.source and _is_telling(each) and cue_within(each, spans) and not _is_misread(each, clear)
    ]
    found.extend(told for told, _ in clear if not any(told.source.overlaps(other.source) for other in found))
    if found or len(spans) > 1:
        return found
    where = teller(spans[0].text)
    if where is None:
        return []
    source = cut(of, spans[0].start + where[0], spans[0].start + where[1])
    outside = (word for word in words_in(of, spans) if not source.start <= word.start < source.end)
    return [Told(source, voice_at(of, source), content_stems(outside))]


def _clear(of: Side, span: Span) -> list[tuple[Told, Span]]:
    """What the sentence puts down to somebody in a construction that leaves no doubt, and the words that do so."""
    found = []
    edge = 0
    for each in tellers(span.text):
        source = cut(of, span.start + each.who[0], span.start + each.who[1])
        whole = cut(of, span.start + each.whole[0], span.start + each.whole[1])
        before = words_in(of, [cut(of, span.start + edge, whole.start)]) if whole.start > span.start + edge else []
        after = words_in(of, [cut(of, whole.end, span.end)]) if whole.end < span.end else []
        content = content_stems(before) or content_stems(after)
        found.append((Told(source, voice_at(of, source), content), whole))
        edge = each.whole[1]
    return found


def _is_misread(statement: Statement, clear: Iterable[tuple[Told, Span]]) -> bool:
    """Whether the statement's cue stands where somebody else is clearly the source."""
    return any(
        whole.overlaps(cue) and not any(told.source.overlaps(source) for source in statement.source)
        for told, whole in clear
        for cue in statement.cue
    )


def _is_telling(statement: Statement) -> bool:
    return any(sort(statement) for sort in (tells, finds, reckons, reports, accuses)) or any(
        word in asking_forms() for cue in statement.cue for word in cue.text.casefold().split()
    )


def _are_of_one_claim(ours: Told, theirs: Told) -> bool:
    if ours.content and ours.content.keys() == theirs.content.keys():
        return True
    shared = [stem for stem in ours.content if stem in theirs.content]
    least = min(sum(ours.content.values()), sum(theirs.content.values()))
    return len(shared) >= _SHARED_STEMS and sum(ours.content[stem] for stem in shared) >= _SHARED * least


def _are_two(pair: Pair, link: Link, ours: Told, theirs: Told) -> bool:
    """Whether the second's source is somebody else whom the first knows, and neither stands beside the other."""
    if ours.source.text.casefold() == theirs.source.text.casefold():
        return False
    if not ours.voice.is_known or is_one_voice(ours.voice, theirs.voice):
        return False
    if _is_within(pair.second, theirs.source, ours.content) or _is_within(pair.first, ours.source, theirs.content):
        return False
    other = known_as(pair.first, theirs.voice, ours.voice)
    return (
        other is not None
        and not _stands_beside(pair.first, link.first, ours.source, other)
        and not _stands_beside(pair.second, link.second, theirs.source, ours.voice)
    )


def _is_within(of: Side, source: Span, content: Mapping[str, float]) -> bool:
    """Whether the source is only what the other claim is about ("the council asked" of "he said the council asked")."""
    named = content_stems(words_in(of, [source]))
    return bool(named) and named.keys() <= content.keys()


def _stands_beside(of: Side, spans: Iterable[Span], source: Span, voice: Voice) -> bool:
    """Whether anything that the voice is known by stands in the passages, beside the source there."""
    outside = {word.stem for word in words_in(of, spans) if not source.start <= word.start < source.end}
    return bool(outside & (voice.names or voice.told | voice.sorts))
