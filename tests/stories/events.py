"""Invented events by the hundred: each with names, a place and words of its own, told in other words by each report."""

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random

from stemma.records import Article

__all__ = ["event", "events"]

_FIRST = date(2031, 5, 1)
_PARTS = "bra ol sten vik mar dun esk hal ner tor pel gry fen ost lum kar".split()
_FRAMES = (
    "The {a} near {place} gave way on {day}, and {name} said that the {b} had been seen on the {c} before.",
    "{name} of {place} told reporters that the {a} was older than the {b}, and nobody had looked at the {c}.",
    "Residents of {place} found the {c} beside the {b} after the {a} failed, according to {name}.",
    "In {place} the council of {name} met about the {a} and promised to mend the {b} and the {c}.",
)


def _word(random: Random, count: int) -> str:
    return "".join(random.choice(_PARTS) for _ in range(count))


def event(number: int, reports: int, day: int = 0) -> list[Article]:
    """Reports of one event on the days from `day` on."""
    random = Random(number)
    words = {key: _word(random, 3) for key in "abc"}
    words |= {"place": _word(random, 2).title() + " " + _word(random, 2).title(), "name": _word(random, 3).title()}
    found = []
    for report in range(reports):
        when = _FIRST + timedelta(days=day + report % 3)
        frames = random.sample(_FRAMES, 3)
        text = " ".join(frame.format(**words, day=when.strftime("%A")) for frame in frames)
        title = f"{words['place']}: the {words['a']} and the {words['b']}"
        found.append(Article(id=f"e{number}-{report}", title=title, text=text, published=when.isoformat()))
    return found


def events(count: int, reports: int) -> Sequence[Article]:
    """Reports of so many events, one a day, by date."""
    every = [article for number in range(count) for article in event(number, reports, number)]
    return sorted(every, key=lambda article: (article.published or "", article.id))
