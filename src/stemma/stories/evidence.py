"""Why an article belongs with another, in a sentence that a reader can check against the texts."""

from collections.abc import Sequence

from stemma.records import Article
from stemma.stories.terms import Terms, language, own_text
from stemma.text.names import names
from stemma.text.tokens import tokens

__all__ = ["why"]

# A reader takes a word for telling that fewer than one article in a hundred has (chosen by eye).
_TELLING = 4.6
_WORDS_SHOWN, _NAMES_SHOWN = 4, 3  # what a reader takes in at once (chosen by eye)


def why(article: Article, terms: Terms, other: Terms, shared: Sequence[tuple[str, float]]) -> str:
    """One sentence on what `article` shares with the other; `shared` are stems with their weights, best first."""
    stems = [stem for stem, weight in shared if weight >= _TELLING]
    shown = _shown(stems, terms.forms, *_names(article, other))
    rare = f"the rare word{'s' if len(shown) > 1 else ''} {', '.join(shown)}" if shown else "common words only"
    return f"shares {rare}, and {_apart(terms.day, other.day)}"


def _shown(
    stems: Sequence[str], forms: dict[str, str], whole: dict[str, str], named_stems: frozenset[str]
) -> list[str]:
    """The words, then the names: a name in full where the other article has all its words too."""
    words: list[str] = []
    named: list[str] = []
    for stem in stems:
        if stem in whole:
            if whole[stem] not in named:
                named.append(whole[stem])
        elif forms[stem].isalpha():
            words.append(forms[stem] if forms[stem].isupper() or stem in named_stems else forms[stem].lower())
    return list(dict.fromkeys(words))[:_WORDS_SHOWN] + named[:_NAMES_SHOWN]


def _names(article: Article, other: Terms) -> tuple[dict[str, str], frozenset[str]]:
    """For each stem of a name, the longest name with it that the other article has every word of; all names' stems."""
    written: dict[str, str] = {}
    named: set[str] = set()
    for name in sorted(names(own_text(article)), key=lambda name: (-len(name.words), name.start)):
        stems = [word.stem for word in tokens(name.text, language(article))]
        named.update(stems)
        if all(stem in other.body for stem in stems):
            for stem in stems:
                written.setdefault(stem, " ".join(name.text.split()))
    return written, frozenset(named)


def _apart(one: int | None, other: int | None) -> str:
    if one is None or other is None:
        return "the days between are not known"
    gap = abs(one - other)
    return "was published on the same day" if gap == 0 else f"was published {gap} day{'s' if gap > 1 else ''} apart"
