"""The JSON report as the contract gives it: only the keys that the contract names are read."""

import msgspec

from stemma.records import Change, Credit, Descent, FigureGroup, Hidden, Origins, SetAside, Statement

__all__ = ["Reported", "ReportedArticle", "ReportedStory", "decoded"]


class ReportedArticle(msgspec.Struct, frozen=True):
    """An article of the report."""

    id: str
    text: str
    credits: tuple[Credit, ...] = ()
    set_aside: tuple[SetAside, ...] = ()


class ReportedStory(msgspec.Struct, frozen=True, kw_only=True):
    """A story of the report."""

    articles: tuple[str, ...]
    origins: Origins
    descent: tuple[Descent, ...] = ()
    hidden: tuple[Hidden, ...] = ()
    statements: tuple[Statement, ...] = ()
    figures: tuple[FigureGroup, ...] = ()
    changes: tuple[Change, ...] = ()


class Reported(msgspec.Struct, frozen=True):
    """The report."""

    articles: tuple[ReportedArticle, ...]
    stories: tuple[ReportedStory, ...]

    @property
    def texts(self) -> dict[str, str]:
        """Each article's text, by id."""
        return {article.id: article.text for article in self.articles}


def decoded(report: str) -> Reported:
    """The report read from its JSON; msgspec.ValidationError where it breaks the contract."""
    return msgspec.json.decode(report, type=Reported)
