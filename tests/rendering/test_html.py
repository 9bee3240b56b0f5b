import re
from html.parser import HTMLParser
from itertools import pairwise

import msgspec
import pytest

from stemma.records import Article, Change, Findings, Lineage, Origins, Story
from stemma.rendering import Report, comparison_html, tree_svg
from stemma.rendering.page import safe_url

from .articles import ARTICLES
from .fixture import COMPARISON, FINDINGS, REPORT

HOSTILE = "</style><script>alert(1)</script>\"' onload=alert(1) ]]> --> {{ 7*7 }} \x1b[31m \u202e <img src=x> & done"


class Page(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(name, value or "") for name, value in attrs]

    def values(self, name: str) -> list[str]:
        return [value for key, value in self.attributes if key == name]


def hostile_report() -> Report:
    """A report in which every free word is an attack."""
    plain = msgspec.to_builtins(REPORT)
    return msgspec.convert(_poisoned(plain), Report)


def _poisoned(plain: object) -> object:
    """The same report, hostile words in every field that a stranger fills; text and spans keep their lengths."""
    free = {
        "title",
        "why",
        "detail",
        "name",
        "reason",
        "what",
        "counted",
        "speaker",
        "anonymous",
        "outlet",
        "url",
        "input",
    }
    if isinstance(plain, list | tuple):
        return [_poisoned(part) for part in plain]
    if not isinstance(plain, dict):
        return plain
    kept = plain.get("reason") if {"span", "reason"} <= set(plain) else None
    return {
        key: kept
        if key == "reason" and kept
        else HOSTILE
        if key in free and isinstance(value, str)
        else _poisoned(value)
        for key, value in plain.items()
    }


def told(text: str) -> Report:
    """A report of one article alone."""
    article = Article(id=HOSTILE, text=text, title=HOSTILE, url="javascript:alert(1)")
    findings = Findings(
        story=Story(id=HOSTILE, title=HOSTILE, articles=(article.id,)),
        lineage=Lineage((), (), (), Origins(1, 1, (), HOSTILE)),
        sigla={article.id: "A"},
        **dict.fromkeys(("alignments", "statements", "claims", "figures", "changes", "timeline"), ()),
    )
    return Report(articles=(article,), stories=(findings,), version="0")


@pytest.mark.parametrize("report", [hostile_report(), told(HOSTILE)])
def test_a_strangers_words_never_become_markup(report: Report) -> None:
    text = report.to_html()
    page = Page(text)
    assert page.tags.count("script") == 1
    assert page.tags.count("style") == 1
    assert "img" not in page.tags
    assert not [name for name, _ in page.attributes if name.startswith("on")]
    assert "{{ 7*7 }}" in text
    assert text.count("<script>") == 1


def test_only_addresses_of_the_web_become_links() -> None:
    assert safe_url("https://gazette.example/17?a=1") == "https://gazette.example/17?a=1"
    for bad in (
        "javascript:alert(1)",
        "data:text/html,x",
        "//host/x",
        "http://",
        "java\nscript:x",
        "https://a b",
        "",
        None,
    ):
        assert safe_url(bad) is None
    links = Page(REPORT.to_html()).values("href")
    assert [link for link in links if not link.startswith("#")] == ["https://gazette.example/17"]


def test_nothing_is_fetched_from_outside() -> None:
    for text in (
        REPORT.to_html(),
        comparison_html(COMPARISON, ARTICLES),
        Report(articles=(), stories=(), version="0").to_html(),
    ):
        page = Page(text)
        assert not {"link", "img", "iframe", "object", "embed", "source", "base"} & set(page.tags)
        assert not page.values("src")
        assert not re.search(r"@import|url\(|fetch\(|XMLHttp", text)
        assert "default-src 'none'" in text


def test_every_link_in_the_page_leads_somewhere_and_every_id_stands_once() -> None:
    for text in (REPORT.to_html(), comparison_html(COMPARISON, ARTICLES)):
        page = Page(text)
        ids = page.values("id")
        assert len(ids) == len(set(ids))
        assert {link[1:] for link in page.values("href") if link.startswith("#")} <= set(ids)


def test_headings_stand_in_order() -> None:
    two = Report(articles=ARTICLES, stories=(FINDINGS, FINDINGS), version="0")
    for text in (REPORT.to_html(), two.to_html(), comparison_html(COMPARISON, ARTICLES)):
        levels = [int(tag[1]) for tag in Page(text).tags if re.fullmatch("h[1-6]", tag)]
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))


def test_the_answer_stands_before_everything_else() -> None:
    text = REPORT.to_html()
    assert '<html lang="en">' in text
    assert "<title>Ministry advises ferry line to wait: 2 independent origins · Stemma</title>" in text
    assert text.index('class="numeral">2<') < text.index("<svg") < text.index('id="claims-1"')


def test_the_articles_stand_in_full() -> None:
    shown = re.findall(r'<span data-s="\d+"[^>]*>(.*?)</span>', REPORT.to_html(), re.DOTALL)
    plain = "".join(shown).replace("&#39;", "'")
    assert plain == "".join(article.text for article in ARTICLES)


def test_a_long_article_stands_in_full_and_its_passages_unmarked() -> None:
    long = Article(id="long", text="All night the pilots waited. " * 8_000)
    first, second = long.span(0, 15_000), long.span(20_000, 35_000)
    change = Change(
        kind="meaning", severity=1, before=first, after=second, between=("long", "long"), why="", confidence=0.5
    )
    story = Story(id="story", title="Long", articles=("long",))
    findings = msgspec.structs.replace(
        FINDINGS, story=story, sigla={"long": "A"}, changes=(change,), lineage=Lineage((), (), (), Origins(1, 1, ()))
    )
    text = Report(articles=(long,), stories=(findings,), version="0").to_html()
    shown = re.findall(r'<span data-s="\d+"[^>]*>(.*?)</span>', text, re.DOTALL)
    assert "".join(shown) == long.text
    assert "Altered words are not marked: together these passages are longer than 20,000 characters." in text


def test_the_picture_draws_every_member_and_names_itself() -> None:
    drawn = tree_svg(FINDINGS, ARTICLES)
    assert drawn == tree_svg(FINDINGS, tuple(reversed(ARTICLES)))
    assert drawn.count('class="frame"') == 6
    assert drawn.count('class="open"') == 1
    assert "<title" in drawn
    assert "D quickbrief-88: rewrite of [The Merrow Times], 75% accounted for." in drawn
