"""The report: one model, and its JSON, text and page; and the same for each part that a command shows alone."""

from stemma.rendering.lineage import lineage_graphml, lineage_json
from stemma.rendering.lines import notes_jsonl, statements_jsonl, stories_jsonl
from stemma.rendering.model import SCHEMA, Report
from stemma.rendering.objects import comparison_json
from stemma.rendering.page import comparison_html
from stemma.rendering.parts import write_parts
from stemma.rendering.picture import tree_svg
from stemma.rendering.text import comparison_text, lineage_text, statements_text, stories_text
from stemma.rendering.wording import unread_line

__all__ = [
    "SCHEMA",
    "Report",
    "comparison_html",
    "comparison_json",
    "comparison_text",
    "lineage_graphml",
    "lineage_json",
    "lineage_text",
    "notes_jsonl",
    "statements_jsonl",
    "statements_text",
    "stories_jsonl",
    "stories_text",
    "tree_svg",
    "unread_line",
    "write_parts",
]
