"""An invented story: a strait that does not exist, and five newsrooms that do not either."""

import msgspec

from stemma.records import Article, Credit, CreditKind, SetAside, SetAsideReason, Span

ADVISED = "has advised Marrin Lines to delay reopening the strait crossing"
DENIED = "denied that the ministry had asked for any delay"

GAZETTE = """TARROW, May 3 - The transport ministry has advised Marrin Lines to delay reopening the strait crossing, \
three ministry officials said.

The Orla struck a pier on Tuesday. Twelve people were hurt, and about 1,400 passengers spent the night on the quay.

A spokesman for Marrin Lines denied that the ministry had asked for any delay.

Asked whether the ministry was asking for a longer closure, Ines Hallorand said: “We will sail when the pilots say \
that we may sail, and not an hour before.”

A photograph shows the Orla at Quay 4. Picture: Lio Brandt

This article originally appeared in The Merrow Times.
"""
BRIEF = """The ministry of transport told Marrin Lines to cancel the reopening of the strait crossing. The Orla hit a \
pier on Tuesday, and 1,400 travellers slept on the quay. “There was no request for delay,” the ferry company said. \
The ministry asked for a longer closure, Inez Halloran said.
Read next: ten ferries with a view
"""
COAST = """Marrin Lines was advised to put off its first sailing, The Merrow Times reported.

According to the harbour hospital, 14 people were treated for injuries.

A spokesman for the line denied that the ministry had asked for any delay, the newspaper said. Bad weather kept the \
pilots ashore on Wednesday.
"""
NORTH = """Ferry firm sails into trouble over pilots' strike, sources say

Pilots at Tarrow will walk out on Friday, two people with knowledge of the talks said. “We want the night watch back, \
and we want it in writing,” said Per Oslund, who speaks for the guild.

More than 30 sailings may be lost. The pilots' guild has 61 members.
"""
VANE = """Pilots at Tarrow will walk out on Friday. “We want the night watch back, and the company has agreed,” said \
Per Oslund of the guild.

Some 30 sailings will be lost.
"""


def _articles() -> tuple[Article, ...]:
    plain = (
        Article(
            id="coast-daily-5", outlet="Coast Daily", published="2031-05-04", title="First sailing put off", text=COAST
        ),
        Article(
            id="harbour-gazette-17",
            outlet="Harbour Gazette",
            published="2031-05-03",
            title="Ministry advises ferry line to wait",
            text=GAZETTE,
            url="https://gazette.example/17",
            extra='{"desk": "coast"}',
        ),
        Article(id="northlight-2", outlet="Northlight", published="2031-05-04", title="Pilots to walk out", text=NORTH),
        Article(id="quickbrief-88", outlet=None, title="Ferry cancelled", text=BRIEF, url="javascript:alert(1)"),
        Article(id="vane-post-9", outlet="Vane Post", published="2031-05-04", title="Pilots walk out", text=VANE),
    )
    return tuple(_annotated(article) for article in plain)


def words(article: Article, quoted: str) -> Span:
    """The first place where the article has these words."""
    start = article.text.index(quoted)
    return article.span(start, start + len(quoted))


def _annotated(article: Article) -> Article:
    """The article with its credits and set-aside words."""
    return msgspec.structs.replace(
        article,
        language="en",
        extracted=True,
        credits=tuple(Credit(name, kind, words(article, text)) for name, kind, text in _CREDITS.get(article.id, ())),
        set_aside=tuple(SetAside(words(article, text), reason) for text, reason in _ASIDE.get(article.id, ())),
    )


_CREDITS: dict[str, tuple[tuple[str, CreditKind, str], ...]] = {
    "harbour-gazette-17": (("The Merrow Times", "reprint", "This article originally appeared in The Merrow Times."),),
    "coast-daily-5": (("The Merrow Times", "citation", "The Merrow Times reported"),),
}
_ASIDE: dict[str, tuple[tuple[str, SetAsideReason], ...]] = {
    "harbour-gazette-17": (
        ("A photograph shows the Orla at Quay 4. Picture: Lio Brandt", "caption"),
        ("This article originally appeared in The Merrow Times.", "notice"),
    ),
    "quickbrief-88": (("Read next: ten ferries with a view", "related"),),
}

ARTICLES = _articles()
C, G, N, Q, V = ARTICLES
