"""Where articles come from: files, folders and standard input, read into raw pages."""

from stemma.sources.pages import pages

__all__ = ["pages"]
