"""All typed differences of a story: between kin every kind, between origins names, denials and drift in the head."""

from collections.abc import Callable, Sequence

from stemma.changes.against import against, is_summary
from stemma.changes.asserted import denials_turned, questions
from stemma.changes.attributions import attributions_changed
from stemma.changes.bare import numbers_dropped, numbers_exchanged
from stemma.changes.contraries import antonyms, negations
from stemma.changes.dates import dates_altered
from stemma.changes.denials import denials_absent
from stemma.changes.exchanged import names_replaced, names_reversed
from stemma.changes.figures import figures_altered
from stemma.changes.hedges import hedges_lost
from stemma.changes.links import aligned
from stemma.changes.lost import attributions_lost
from stemma.changes.meaning import drift, drift_in_head
from stemma.changes.names import names_altered, odd_spellings
from stemma.changes.pairs import Pair, pairs
from stemma.changes.presence import particulars_added, particulars_omitted
from stemma.changes.put_in_marks import reports_put_in_marks
from stemma.changes.quotations import quotations_altered, quotations_made
from stemma.changes.respelt import names_respelt
from stemma.changes.retold import sources_exchanged
from stemma.changes.short_quotations import short_quotations_altered
from stemma.changes.sides import Side, side
from stemma.changes.turned import confirmations, statements_reversed
from stemma.changes.vague import figures_lost
from stemma.records import Account, Alignment, Change, Lineage, Span

__all__ = ["between", "changes"]

Finder = Callable[[Pair], list[Change]]

# What a copy may have done to its exemplar's words. Earlier finders win where two find the same place.
_ALTERED: tuple[Finder, ...] = (
    quotations_altered,
    short_quotations_altered,
    quotations_made,
    reports_put_in_marks,
    figures_altered,
    numbers_exchanged,
    dates_altered,
    attributions_changed,
    sources_exchanged,
    denials_turned,
    questions,
    drift,
    drift_in_head,
    negations,
    antonyms,
    confirmations,
    statements_reversed,
    names_reversed,
    names_replaced,
)
# What a copy may have dropped. Of two siblings either may have.
_DROPPED: tuple[Finder, ...] = (figures_lost, numbers_dropped, attributions_lost, hedges_lost, denials_absent)
_OF_COPIES: tuple[Finder, ...] = (particulars_omitted, particulars_added)
# Between origins, two texts are worded apart by nature: only these say something.
_BETWEEN_ORIGINS: tuple[Finder, ...] = (quotations_altered, drift_in_head)


def changes(accounts: Sequence[Account], alignments: Sequence[Alignment], lineage: Lineage) -> tuple[Change, ...]:
    """The changes of one story, the gravest first.

    Copies are laid against their exemplar, against each other where the exemplar is hidden, and kin whose descent is
    undecided against each other. A place that was altered is reported once, against the account closest to the
    exemplar. All changes of a pair of which neither is known to be older have one order, the pair's; of two copies of a
    hidden exemplar the one that has its reading stands first. `confidence` is one constant for each kind: the share
    that is right, coarsely.
    """
    if len(accounts) < 2:
        return ()
    sides = {account.witness.article.id: side(account) for account in accounts}
    everyone = [sides[name] for name in sorted(sides)]
    compared = pairs(sides, alignments, lineage, odd_spellings(sides))
    return _ordered(_settled([change for pair in compared for change in _of(pair, everyone)]), compared)


def between(
    first: Account, second: Account, alignment: Alignment, kin: bool, second_is_copy: bool
) -> tuple[Change, ...]:
    """The changes from the first account to the second, the gravest first.

    Where one is a summary of the other it is also held against the whole of it.
    """
    one, other = side(first), side(second)
    pair = Pair(one, other, aligned(alignment, one, other, kin), kin, second_is_copy)
    found = _of(pair, [one, other])
    if is_summary(first, second):
        found.extend(against(first, second))
    elif is_summary(second, first):
        found.extend(against(second, first))
    return _ordered(_settled(found), [pair])


def _of(pair: Pair, everyone: Sequence[Side]) -> list[Change]:
    found: list[Change] = []
    if _language(pair.first) != _language(pair.second):  # a translation words everything otherwise, names included
        return found
    if not pair.kin:
        for each in (pair, pair.turned()):
            found.extend(names_altered(each, everyone))
            found.extend(denials_absent(each))
        for finder in _BETWEEN_ORIGINS:
            found.extend(finder(pair))
        return found
    for finder in (*_ALTERED, *_DROPPED):
        found.extend(finder(pair))
    found.extend(names_altered(pair, everyone))
    found.extend(names_respelt(pair))
    if pair.copy:
        for finder in _OF_COPIES:
            found.extend(finder(pair))
    else:
        turned = pair.turned()
        for finder in _DROPPED:
            found.extend(finder(turned))
        found.extend(names_altered(turned, everyone))
    return found


def _language(of: Side) -> str:
    return (of.account.witness.article.language or "en").partition("-")[0].casefold()


def _settled(found: Sequence[Change]) -> tuple[Change, ...]:
    """One change for each altered place, sorted."""
    kept: list[Change] = []
    for change in found:
        if not any(_same_place(change, other) for other in kept):
            kept.append(change)
    return tuple(kept)


def _ordered(found: Sequence[Change], compared: Sequence[Pair]) -> tuple[Change, ...]:
    """The changes sorted, those of a pair in the pair's order: `before` always stands in the same account."""
    turned = {pair.between[::-1] for pair in compared if not pair.siblings}
    return tuple(sorted((_mirrored(change) if change.between in turned else change for change in found), key=_order))


def _mirrored(change: Change) -> Change:
    return Change(
        kind=change.kind,
        severity=change.severity,
        before=change.after,
        after=change.before,
        between=change.between[::-1],
        why=change.why,
        confidence=change.confidence,
    )


# Kinds that may be read from the same words; the earlier finder's reading stands.
_RELATED = ({"meaning", "hedge_lost"}, {"quotation", "quotation_made"}, {"attribution_changed", "name"})


def _same_place(one: Change, other: Change) -> bool:
    """Whether both report the same words of the copy, or the same absence from it, or one spelling each way round."""
    if one.kind == other.kind == "name" and one.between == other.between[::-1]:
        return one.after is not None and other.before is not None and one.after.overlaps(other.before)
    if one.between[1] != other.between[1]:
        return False
    if one.after is None or other.after is None:
        kinds = {one.kind, other.kind}
        alike = (len(kinds) == 1 or kinds == {"denial_absent", "omitted"}) and one.after is other.after is None
        return alike and (one.before is None or other.before is None or _tells_the_same(one.before, other.before))
    if one.kind == other.kind:
        return one.after.overlaps(other.after)
    return any({one.kind, other.kind} <= kinds for kinds in _RELATED) and one.after.overlaps(other.after)


def _tells_the_same(one: Span, other: Span) -> bool:
    """Whether the two spans overlap, or two accounts say nearly the same in them."""
    if one.article == other.article:
        return one.overlaps(other)
    left, right = set(one.text.casefold().split()), set(other.text.casefold().split())
    return len(left & right) >= 0.4 * min(len(left), len(right))  # versions of one sentence (chosen by eye)


def _order(change: Change) -> tuple[int, str, tuple[str, str], int, int]:
    return (
        -change.severity,
        change.kind,
        change.between,
        change.before.start if change.before is not None else -1,
        change.after.start if change.after is not None else -1,
    )
