"""The report: one model, and its JSON, text and page; and the same for each part that a command shows alone."""

from stemma.report.lineage import lineage_graphml, lineage_json
from stemma.report.lines import statements_jsonl, stories_jsonl
from stemma.report.model import SCHEMA, Report
from stemma.report.objects import comparison_json
from stemma.report.page import comparison_html
from stemma.report.picture import tree_svg
from stemma.report.text import comparison_text, lineage_text, statements_text, stories_text

__all__ = [
    "SCHEMA",
    "Report",
    "comparison_html",
    "comparison_json",
    "comparison_text",
    "lineage_graphml",
    "lineage_json",
    "lineage_text",
    "statements_jsonl",
    "statements_text",
    "stories_jsonl",
    "stories_text",
    "tree_svg",
]
