"""The wide tier: which of very many articles may be kin, and what words they share, at a cost near-linear in them.

The kernels are pure functions from a columnar batch to another: `fingerprints` (articles to keys), `meetings` (keys to
pairs that share them) and `reused` (pairs to the passages they share). `candidates` applies the first two in one
process; a runner can apply them to parts, and gets the same bytes.
"""

from stemma.corpus.batches import batches, in_time, table
from stemma.corpus.candidates import COPIED_KEYS, PAIRS, Candidates, candidates, judged
from stemma.corpus.copies import COPIES, collapsed, copies, wordless
from stemma.corpus.fingerprints import KEYS, REWRITING, ROUTES, TEXTS, VERBATIM, WHOLE, fingerprints
from stemma.corpus.meetings import (
    CROWD,
    CROWDED,
    GROUPED,
    MEETINGS,
    NEIGHBOURS,
    WINDOW,
    Met,
    grouped,
    meetings,
    paired,
    summed,
)
from stemma.corpus.reused import LEAST_WORDS, PASSAGES, reused

__all__ = [
    "COPIED_KEYS",
    "COPIES",
    "CROWD",
    "CROWDED",
    "GROUPED",
    "KEYS",
    "LEAST_WORDS",
    "MEETINGS",
    "NEIGHBOURS",
    "PAIRS",
    "PASSAGES",
    "REWRITING",
    "ROUTES",
    "TEXTS",
    "VERBATIM",
    "WHOLE",
    "WINDOW",
    "Candidates",
    "Met",
    "batches",
    "candidates",
    "collapsed",
    "copies",
    "fingerprints",
    "grouped",
    "in_time",
    "judged",
    "meetings",
    "paired",
    "reused",
    "summed",
    "table",
    "wordless",
]
