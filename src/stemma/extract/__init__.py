"""From a raw page to an article: main text, metadata, credits, and what is not the story's text."""

from stemma.extract.among import credited_among
from stemma.extract.annotate import annotate
from stemma.extract.page import extract

__all__ = ["annotate", "credited_among", "extract"]
