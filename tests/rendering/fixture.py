"""What is to be found in the invented story: two origins, a hidden exemplar, kin of open direction, all changes."""

from stemma.records import (
    AlignedPassages,
    Alignment,
    Bound,
    Claim,
    Comparison,
    DatedEvent,
    Descent,
    Evidence,
    FigureGroup,
    FigureValue,
    Findings,
    Hidden,
    Joining,
    Kinship,
    Lineage,
    Origin,
    Origins,
    PassageKind,
    Span,
    Statement,
    Story,
    Support,
    Undecided,
    Unreadable,
)
from stemma.rendering import Report

from .alterations import CHANGES
from .articles import ADVISED, ARTICLES, DENIED, C, G, N, Q, V, words


def _lineage() -> Lineage:
    notice = Evidence(
        "notice", "A closing notice names The Merrow Times.", (words(G, "originally appeared in The Merrow Times"),)
    )
    shared = Evidence(
        "rare wording",
        "Both have the night on the quay in the same sentence as the pier.",
        (
            words(Q, "1,400 travellers slept on the quay"),
            words(G, "about 1,400 passengers spent the night on the quay"),
        ),
    )
    cited = Evidence("citation", "It names The Merrow Times as its source.", (words(C, "The Merrow Times reported"),))
    return Lineage(
        descent=(
            Descent(
                copy=C.id, exemplar="hidden:1", operation="citation", confidence=0.97, coverage=0.5, evidence=(cited,)
            ),
            Descent(
                copy=G.id, exemplar="hidden:1", operation="reprint", confidence=0.99, coverage=1.0, evidence=(notice,)
            ),
            Descent(
                copy=Q.id, exemplar="hidden:1", operation="rewrite", confidence=0.81, coverage=0.75, evidence=(shared,)
            ),
        ),
        hidden=(Hidden("hidden:1", "The Merrow Times", (C.id, G.id, Q.id), (notice, cited)),),
        undecided=(Undecided((N.id, V.id), "Each keeps a detail that the other lacks."),),
        origins=Origins(
            2,
            2,
            (
                Origin("origin:1", "The Merrow Times", (C.id, G.id, Q.id), "hidden:1"),
                Origin("origin:2", "Northlight or Vane Post", (N.id, V.id)),
            ),
            "Three articles go back to one report in The Merrow Times; the two on the pilots share no words with it.",
        ),
    )


def _claims() -> tuple[Claim, ...]:
    return (
        Claim(
            id="claim:1",
            text="The transport ministry has advised Marrin Lines to delay reopening the strait crossing",
            support=(
                words(C, "Marrin Lines was advised to put off its first sailing"),
                words(G, ADVISED),
                words(Q, "told Marrin Lines to cancel the reopening of the strait crossing"),
            ),
            denials=(
                words(C, DENIED),
                words(G, DENIED),
            ),
            speakers=("three ministry officials",),
            speaker_articles=((C.id, G.id),),
            articles=(C.id, G.id, Q.id),
            origins=Support(1, 1),
            why="All three go back to one report in The Merrow Times.",
        ),
        Claim(
            id="claim:2",
            text="Pilots at Tarrow will walk out on Friday",
            support=(
                words(N, "Pilots at Tarrow will walk out on Friday"),
                words(V, "Pilots at Tarrow will walk out on Friday"),
            ),
            denials=(),
            speakers=("two people with knowledge of the talks",),
            articles=(N.id, V.id),
            origins=Support(1, 1),
            why="The two articles are kin, so they count once.",
        ),
    )


def _value(span: Span, low: float | None, high: float | None, bound: Bound) -> FigureValue:
    return FigureValue(low=low, high=high, bound=bound, unit=None, span=span)


def _figures() -> tuple[FigureGroup, ...]:
    return (
        FigureGroup(
            counted="people hurt",
            role="hurt",
            values=(
                _value(words(C, "14 people were treated for injuries"), 14, 14, "exact"),
                _value(words(G, "Twelve people were hurt"), 12, 12, "exact"),
            ),
            verdict="differ",
            why="12 and 14 cannot both be the exact number.",
        ),
        FigureGroup(
            counted="sailings",
            role="other",
            values=(
                _value(words(N, "More than 30 sailings"), 30, None, "more_than"),
                _value(words(V, "Some 30 sailings"), 27, 33, "about"),
            ),
            verdict="compatible",
            why="“More than 30” and “some 30” can both be so.",
        ),
        FigureGroup(
            counted="guild members",
            role="other",
            values=(_value(words(N, "61 members"), 61, 61, "exact"),),
            verdict="agree",
            why="Given once.",
        ),
    )


def _statements() -> tuple[Statement, ...]:
    return (
        Statement(
            id="statement:1",
            article=G.id,
            kind="indirect",
            source=(words(G, "three ministry officials"),),
            cue=(words(G, "said"),),
            content=(
                words(G, "The transport ministry has advised Marrin Lines to delay reopening the strait crossing"),
            ),
            anonymous="officials",
            confidence=0.9,
        ),
        Statement(
            id="statement:2",
            article=G.id,
            kind="indirect",
            source=(words(G, "A spokesman for Marrin Lines"),),
            cue=(words(G, "denied"),),
            content=(words(G, "the ministry had asked for any delay"),),
            anonymous="spokesman",
            denies=True,
        ),
        Statement(
            id="statement:3",
            article=N.id,
            kind="direct",
            source=(words(N, "Per Oslund"),),
            cue=(words(N, "said"),),
            content=(words(N, "“We want the night watch back, and we want it in writing,”"),),
            speaker="Per Oslund",
        ),
    )


def _pair(a: Span, b: Span, places: tuple[int, int], kind: PassageKind, score: float) -> AlignedPassages:
    return AlignedPassages(a=(a,), b=(b,), a_index=(places[0],), b_index=(places[1],), kind=kind, score=score)


def _alignments() -> tuple[Alignment, ...]:
    lead = words(G, f"The transport ministry {ADVISED}, three ministry officials said.")
    pier = words(G, "Twelve people were hurt, and about 1,400 passengers spent the night on the quay.")
    denial = words(G, "A spokesman for Marrin Lines denied that the ministry had asked for any delay.")
    return (
        Alignment(
            C.id,
            G.id,
            4,
            6,
            (
                _pair(
                    words(
                        C,
                        f"A spokesman for the line {DENIED}, the newspaper said.",
                    ),
                    denial,
                    (2, 3),
                    "edited",
                    0.8,
                ),
            ),
        ),
        Alignment(
            G.id,
            Q.id,
            6,
            4,
            (
                _pair(
                    lead,
                    words(
                        Q, "The ministry of transport told Marrin Lines to cancel the reopening of the strait crossing."
                    ),
                    (0, 0),
                    "rewritten",
                    0.7,
                ),
                _pair(
                    pier,
                    words(Q, "The Orla hit a pier on Tuesday, and 1,400 travellers slept on the quay."),
                    (2, 1),
                    "rewritten",
                    0.6,
                ),
            ),
        ),
        Alignment(
            N.id,
            V.id,
            5,
            3,
            (
                _pair(
                    words(N, "Pilots at Tarrow will walk out on Friday, two people with knowledge of the talks said."),
                    words(V, "Pilots at Tarrow will walk out on Friday."),
                    (1, 0),
                    "edited",
                    0.8,
                ),
            ),
        ),
    )


FINDINGS = Findings(
    story=Story(
        id="story:5f0c",
        title="Ministry advises ferry line to wait",
        first="2031-05-03",
        last="2031-05-04",
        articles=tuple(article.id for article in ARTICLES),
        joinings=(Joining(V.id, N.id, 0.6, "Pilots, Tarrow and Friday"),),
    ),
    lineage=_lineage(),
    sigla={C.id: "A", G.id: "B", N.id: "C", Q.id: "D", V.id: "E"},
    alignments=_alignments(),
    statements=_statements(),
    claims=_claims(),
    figures=_figures(),
    changes=CHANGES,
    timeline=(
        DatedEvent(
            "2031-04-29",
            "day",
            "The Orla struck a pier",
            (words(G, "The Orla struck a pier on Tuesday"), words(Q, "The Orla hit a pier on Tuesday")),
        ),
        DatedEvent("2031-05-09", "day", "Pilots walk out", (words(N, "will walk out on Friday"),)),
    ),
)
REPORT = Report(
    articles=ARTICLES, stories=(FINDINGS,), unreadable=(Unreadable("scan.txt", "no text in it"),), version="0.1.0"
)
COMPARISON = Comparison(
    kinship=Kinship(
        a=G.id,
        b=Q.id,
        probability=0.94,
        coverage=(0.33, 0.5),
        exemplar="common",
        signals={"rare_words": 3.5},
        evidence=FINDINGS.lineage.descent[2].evidence,
    ),
    alignment=FINDINGS.alignments[1],
    changes=tuple(change for change in CHANGES if change.between == (G.id, Q.id)),
)
