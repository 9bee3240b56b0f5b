"""Every word that the report uses for a finding is defined, and nothing is defined that the report never says."""

import re
from typing import get_args

import pytest

from stemma.records import (
    Bound,
    ChangeKind,
    CreditKind,
    FigureRole,
    Operation,
    PassageKind,
    Precision,
    SetAsideReason,
    StatementKind,
    Verdict,
)
from tests.docs.blocks import ROOT

_REPORT = (ROOT / "docs" / "report.md").read_text(encoding="utf-8")
_GLOSSARY = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
_SECTIONS = {
    "Operations": Operation,
    "Verdicts": Verdict,
    "Bounds": Bound,
    "Roles": FigureRole,
    "Kinds of change": ChangeKind,
    "Kinds of statement": StatementKind,
    "Precisions": Precision,
    "Credits": CreditKind,
    "Set aside": SetAsideReason,
    "Aligned passages": PassageKind,
}
_TERMS = [
    "hidden exemplar",
    "set aside",
    *"witness siglum exemplar copy reading variant collation stemma contamination origin operation coverage".split(),
    *"kinship particular undecided byline dateline wire syndication credit attribution cue correction".split(),
    *"claim figure change severity verdict bound role".split(),
]


@pytest.mark.parametrize("heading", _SECTIONS)
def test_each_value_is_defined_under_its_heading(heading: str) -> None:
    section = re.split(r"^#{2,3} ", _REPORT.partition(f"### {heading}\n")[2], maxsplit=1, flags=re.MULTILINE)[0]
    defined = re.findall(r"^\| `(\w+)` \|.*\w.*\|$", section, re.MULTILINE)
    assert sorted(defined) == sorted(get_args(_SECTIONS[heading]))


@pytest.mark.parametrize("term", _TERMS)
def test_each_term_is_in_the_glossary(term: str) -> None:
    assert re.search(rf"^- .*\*\*{term}\*\*[^:]*: \w", _GLOSSARY, re.MULTILINE)


def test_the_glossary_is_in_order_within_its_sections() -> None:
    for section in _GLOSSARY.split("\n## ")[1:]:
        terms = re.findall(r"^- \*\*([^*]+)\*\*", section, re.MULTILINE)
        assert terms == sorted(terms)
