"""The pictures of the documentation: `python -m tests.docs.picture [--page PATH]`.

Draws the family tree of the largest bundled story to docs/picture.svg. `--page` also writes that story's report as one
page, of which docs/report.png is a photograph (CONTRIBUTING.md has the command).
"""

import argparse
from collections.abc import Sequence
from pathlib import Path

import stemma
from stemma.rendering import tree_svg

__all__ = ["PICTURE", "drawn", "main"]

ROOT = Path(__file__).parents[2]
PICTURE = ROOT / "docs" / "picture.svg"


def _largest() -> stemma.Report:
    """The report on the bundled story with most articles, alone."""
    articles = stemma.read(str(ROOT / "examples" / "newsdesk"))
    story = max(stemma.group(articles), key=lambda found: len(found.articles))
    return stemma.report([article for article in articles if article.id in story.articles], one_story=True)


def drawn() -> str:
    """The tree as an SVG file."""
    report = _largest()
    return tree_svg(report.stories[0], report.articles)


def main(arguments: Sequence[str] | None = None) -> None:
    """Write the picture, and the page if it is asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.docs.picture", description=__doc__)
    parser.add_argument("--page", type=Path, help="also write the story's report as a page to this file")
    page: Path | None = parser.parse_args(arguments).page
    PICTURE.write_text(drawn(), encoding="utf-8")
    if page is not None:
        page.write_text(_largest().to_html(), encoding="utf-8")


if __name__ == "__main__":
    main()
