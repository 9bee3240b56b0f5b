"""One change of each kind."""

from stemma.records import Change, ChangeKind, Span

from .articles import DENIED, C, G, N, Q, V, words


def _change(
    kind: ChangeKind, severity: int, sides: tuple[Span | None, Span | None], between: tuple[str, str], why: str
) -> Change:
    return Change(
        kind=kind, severity=severity, before=sides[0], after=sides[1], between=between, why=why, confidence=0.9
    )


def _changes() -> tuple[Change, ...]:
    gq, nv, gc = (G.id, Q.id), (N.id, V.id), (G.id, C.id)
    denial = words(G, DENIED)
    return (
        _change(
            "meaning",
            3,
            (
                words(G, "advised Marrin Lines to delay reopening the strait crossing"),
                words(Q, "told Marrin Lines to cancel the reopening of the strait crossing"),
            ),
            gq,
            "A delay has become a cancellation.",
        ),
        _change(
            "quotation",
            3,
            (
                words(N, "“We want the night watch back, and we want it in writing,”"),
                words(V, "“We want the night watch back, and the company has agreed,”"),
            ),
            nv,
            "The same speaker's words differ between quotation marks.",
        ),
        _change(
            "quotation_made",
            3,
            (denial, words(Q, "“There was no request for delay,”")),
            gq,
            "Reported words now stand in quotation marks.",
        ),
        _change("denial_absent", 3, (denial, None), (G.id, N.id), "The company's denial is not in this article."),
        _change(
            "attribution_lost",
            2,
            (
                words(N, "Pilots at Tarrow will walk out on Friday, two people with knowledge of the talks said."),
                words(V, "Pilots at Tarrow will walk out on Friday."),
            ),
            nv,
            "Who said so is gone.",
        ),
        _change(
            "hedge_lost",
            2,
            (words(N, "may be lost"), words(V, "will be lost")),
            nv,
            "A possibility is stated as a fact.",
        ),
        _change("figure", 2, (words(G, "about 1,400"), words(Q, "1,400")), gq, "“About” is gone."),
        _change(
            "attribution_changed",
            2,
            (words(G, "A spokesman for Marrin Lines"), words(Q, "the ferry company said")),
            gq,
            "A spokesman has become the company.",
        ),
        _change("date", 1, (words(G, "on Tuesday"), words(C, "on Wednesday")), gc, "The day differs."),
        _change(
            "name", 1, (words(G, "Ines Hallorand"), words(Q, "Inez Halloran")), gq, "The name is spelt differently."
        ),
        _change("omitted", 1, (words(G, "Twelve people were hurt"), None), gq, "The injured are left out."),
        _change(
            "added", 1, (None, words(C, "Bad weather kept the pilots ashore on Wednesday.")), gc, "New in this article."
        ),
    )


CHANGES = _changes()
