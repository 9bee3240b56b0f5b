"""The accuracy gate: `python -m evals`. Exit code 0 if every floor holds, 1 if one fell, 2 for wrong usage."""

import argparse
import sys
import traceback
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from rich.console import Console

from evals.bundled import bundled_parts
from evals.corpus_consistency import consistency_parts
from evals.corpus_kinship import kinship_parts
from evals.corpus_statements import statement_parts
from evals.corpus_stories import story_parts
from evals.corpus_structure import structure_parts
from evals.edits import edit_parts
from evals.figures_dates import date_parts, figure_parts
from evals.floors import check, read_floors, refusals, rise, write_floors
from evals.measure import Part
from evals.rewrites import rewrite_parts
from evals.table import as_json, show
from evals.traditions import tradition_parts

__all__ = ["main"]

_HERE = Path(__file__).parent
_FLOORS = _HERE / "floors.json"
_GOLD = _HERE / "gold"
_WIDTH = 110  # columns in a log, where there is no terminal to ask: the longest row
_CORPORA: dict[str, Callable[[Path, int | None], tuple[Part, ...]]] = {
    "stories": story_parts,
    "kinship": kinship_parts,
    "structure": structure_parts,
    "statements": statement_parts,
    "consistency": consistency_parts,
}
_NAMES = ("bundled", "figures", "dates", "edits", "traditions", "rewrites", *_CORPORA)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print, and check the floors or raise them; the exit code."""
    options = _parser().parse_args(arguments)
    _check_usage(options)
    parts = _measured(options)
    floors = {} if options.sample is not None else read_floors(_FLOORS)
    if options.raise_floors:
        wrong = refusals(parts, floors)
        floors = rise(parts, floors)
        write_floors(_FLOORS, floors)
    else:
        wrong = check(parts, floors)
    wrong += [
        f"{part.name}: nothing was measured, {part.broken}; mend the failure above" for part in parts if part.broken
    ]
    if options.json:
        sys.stdout.write(as_json(parts, floors, wrong) + "\n")
    else:
        show(parts, floors, wrong, Console(width=None if sys.stdout.isatty() else _WIDTH))
    return 1 if wrong else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m evals", description=__doc__)
    parser.add_argument("--gold", type=Path, default=_HERE.parent / "examples", help="folder with truth.json")
    parser.add_argument(
        "--corpora", type=Path, help="folder of corpora; without it only the bundled texts are measured"
    )
    parser.add_argument("--only", choices=_NAMES, action="append", help="measure this alone (may be repeated)")
    parser.add_argument(
        "--sample", type=int, help="so many traditions, pairs or articles of each file; checks no floor"
    )
    parser.add_argument("--json", action="store_true", help="JSON instead of a table")
    parser.add_argument("--raise", dest="raise_floors", action="store_true", help="rewrite floors.json, upward only")
    return parser


def _check_usage(options: argparse.Namespace) -> None:
    parser = _parser()
    if options.sample is not None and (options.sample < 1 or options.raise_floors):
        parser.error("--sample takes a number from 1 on, and floors are never raised on a sample")
    if not (options.gold / "truth.json").is_file():
        parser.error(f"{options.gold} holds no truth.json: give the folder of the gold articles with --gold")
    if options.corpora is not None and not options.corpora.is_dir():
        parser.error(f"{options.corpora} is not a folder: give the folder that holds stories/, lineage/, attribution/")


def _measured(options: argparse.Namespace) -> tuple[Part, ...]:
    """Every part that was asked for, in the order of the report."""
    names = options.only or _NAMES
    runs: dict[str, Callable[[], tuple[Part, ...]]] = {
        "bundled": lambda: bundled_parts(options.gold),
        "figures": lambda: figure_parts(_GOLD / "figures.jsonl"),
        "dates": lambda: date_parts(_GOLD / "dates.jsonl"),
        "traditions": tradition_parts,
        "edits": edit_parts,
        "rewrites": rewrite_parts,
    }
    if options.corpora is not None:
        runs |= {name: partial(part, options.corpora, options.sample) for name, part in _CORPORA.items()}
    notes = _said(options, [name for name in names if name not in runs])
    return (*notes, *(part for name in runs if name in names for part in _whole(name, runs[name])))


def _whole(name: str, run: Callable[[], tuple[Part, ...]]) -> tuple[Part, ...]:
    """The parts, or one broken part: a stage that fails must not keep the others from being measured."""
    try:
        return run()
    except Exception as failure:
        traceback.print_exc()
        return (Part(name, "", broken=f"{type(failure).__name__}: {failure}"),)


def _said(options: argparse.Namespace, unmeasured: Sequence[str]) -> tuple[Part, ...]:
    """What is left out, in words."""
    notes = [f"no --corpora: {', '.join(unmeasured)} not measured"] if unmeasured else []
    if options.sample is not None:
        notes.append(f"--sample {options.sample}: so many of each corpus file, in digest order; no floor is checked")
    return (Part("notes", "", notes=tuple(notes)),) if notes else ()


if __name__ == "__main__":
    sys.exit(main())
