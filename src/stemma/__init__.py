"""Stemma: traces news reports to their independent origins."""
