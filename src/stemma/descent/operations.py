"""Operations: what was done to the exemplar to make the copy."""

from collections import Counter
from collections.abc import Sequence

from stemma.descent.corruption import slips
from stemma.descent.credits import names_outlet
from stemma.descent.pairing import Pairing
from stemma.records import AlignedPassages, Alignment, Article, Operation, Witness
from stemma.text.outlets import outlet_key
from stemma.text.telling import is_owed, telling
from stemma.text.tokens import WORD

__all__ = ["operation_from", "operation_from_hidden", "owed_share", "same_outlet", "verbatim_share"]

# Above this share of its aligned text kept word for word, a copy is a reprint or an abridgement. Chosen by eye, between
# rewrites, which keep little beside quotations, and reprints, which keep nearly all.
_VERBATIM = 0.5
# A sentence of which so many words are kept was edited, not told anew: a word or two of some twenty (chosen by eye).
_KEPT = 0.9
# A reprint keeps at least this share of its exemplar; below, it was abridged (a newspaper's usual trims keep more).
_WHOLE = 0.72
# A citing article owes less than this share of itself to the report that it cites.
_CITING = 0.7
# From this many broken sentences on, a text has passed through a rewriting program, whatever its notice says.
_BROKEN = 1


def verbatim_share(alignment: Alignment) -> float:
    """Share of the aligned text, by length, that is the same word for word but for a word or two of a sentence."""
    lengths = [(sum(span.end - span.start for span in (*pair.a, *pair.b)), _is_kept(pair)) for pair in alignment.pairs]
    total = sum(length for length, _ in lengths)
    return sum(length for length, kept in lengths if kept) / total if total else 0.0


def _is_kept(pair: AlignedPassages) -> bool:
    if pair.kind != "edited":
        return pair.kind == "same"
    one, other = (
        Counter(word.casefold() for span in side for word in WORD.findall(span.text)) for side in (pair.a, pair.b)
    )
    return 2 * (one & other).total() >= _KEPT * (one.total() + other.total())


def same_outlet(a: Article, b: Article) -> bool:
    """Whether both come from one outlet or one address."""
    if a.url and a.url == b.url:
        return True
    return bool(a.outlet and b.outlet and outlet_key(a.outlet) == outlet_key(b.outlet))


def operation_from(pairing: Pairing, exemplar: str, copy: str) -> Operation:
    """What made `copy` from `exemplar`, both at hand."""
    model, made = pairing.side(exemplar), pairing.side(copy)
    if same_outlet(model.witness.article, made.witness.article):
        return "revision"
    cites = any(
        credit.kind == "citation" and names_outlet(credit.name, model.witness.article)
        for credit in made.witness.article.credits
    )
    if cites and made.coverage < _CITING:
        return "citation"
    if verbatim_share(pairing.alignment) >= _VERBATIM:
        return "reprint" if model.coverage >= _WHOLE else "abridgement"
    return "rewrite"


def owed_share(pairing: Pairing, exemplar: str, copy: str) -> float:
    """The share of a citing article, by length, that it owes to the exemplar: what is aligned and told by both, 0..1.

    Of its own reporting on the event some passages are aligned for the names that they share.
    """
    made, model = pairing.side(copy), pairing.side(exemplar).witness.article
    language = made.witness.article.language or "en"
    told = telling(model.text, language)
    lengths = {p.index: p.span.end - p.span.start for p in made.witness.passages}
    owed = [p.index for p in made.witness.passages if p.index in made.aligned and is_owed(p.span.text, told, language)]
    return sum(lengths[index] for index in owed) / max(1, sum(lengths.values()))


def operation_from_hidden(copy: Witness, name: str | None, siblings: Sequence[Pairing]) -> Operation:
    """What made `copy` from an exemplar that is not at hand, by its credits and by how it stands to its siblings."""
    kinds = {credit.kind for credit in copy.article.credits if _is_credit_to(credit.name, name)}
    verbatim = any(verbatim_share(pairing.alignment) >= _VERBATIM for pairing in siblings)
    if kinds & {"reprint", "feed"} and (verbatim or len(slips(copy)) < _BROKEN):
        return "reprint"
    coverage = max((pairing.side(copy.article.id).coverage for pairing in siblings), default=0.0)
    # A sibling word for word alike shows that the two are one text, not that their exemplar was reprinted.
    if "citation" in kinds and (coverage < _CITING or verbatim):
        return "citation"
    return "reprint" if verbatim else "rewrite"


def _is_credit_to(credited: str, name: str | None) -> bool:
    return not credited or (name is not None and outlet_key(credited) == outlet_key(name))
