"""The report: everything found, in one value, with its three renderings."""

import json

import msgspec

from stemma.errors import ContractError
from stemma.records import Article, Findings, Unreadable
from stemma.rendering.encode import encoded
from stemma.rendering.objects import article_object, findings_of, story_object
from stemma.rendering.page import report_page
from stemma.rendering.text import report_text

__all__ = ["SCHEMA", "Report"]

SCHEMA = "stemma.report/1"


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """All articles read, the findings of each story, and the inputs that gave no article.

    `version` is Stemma's own. The same report renders to the same bytes everywhere.
    """

    articles: tuple[Article, ...]
    stories: tuple[Findings, ...]
    unreadable: tuple[Unreadable, ...] = ()
    version: str

    def to_json(self) -> str:
        """JSON after the schema `stemma.report/1`; `from_json` restores an equal report from it."""
        return encoded(
            {
                "schema": SCHEMA,
                "stemma": self.version,
                "articles": [article_object(article) for article in self.articles],
                "stories": [story_object(findings) for findings in self.stories],
                "unreadable": msgspec.to_builtins(self.unreadable),
            }
        )

    @classmethod
    def from_json(cls, text: str) -> "Report":
        """The report that `to_json` wrote. ContractError if the text is not JSON of this schema."""
        try:
            plain = json.loads(text)
            if not isinstance(plain, dict) or plain.get("schema") != SCHEMA:
                raise ContractError(
                    f"not a report of schema {SCHEMA}", remedy="write one with: stemma report --format json"
                )
            return cls(
                articles=msgspec.convert(plain["articles"], tuple[Article, ...]),
                stories=tuple(findings_of(story) for story in plain["stories"]),
                unreadable=msgspec.convert(plain["unreadable"], tuple[Unreadable, ...]),
                version=plain["stemma"],
            )
        except (KeyError, ValueError, msgspec.ValidationError) as wrong:
            raise ContractError(f"not a whole report: {wrong!r}") from wrong

    def to_text(self, width: int = 80, color: bool = False) -> str:
        """The report for a terminal of `width` columns, results first; `color` adds ANSI colours."""
        return report_text(self.articles, self.stories, self.unreadable, width, color)

    def to_html(self) -> str:
        """The report as one page that needs nothing from outside itself."""
        return report_page(self.articles, self.stories, self.unreadable, self.version)
