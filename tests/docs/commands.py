"""The reference of the command line, from the program's own help: `python -m tests.docs.commands` writes it anew."""

import argparse
import re
from collections.abc import Sequence

from tests.docs.blocks import ROOT, ran

__all__ = ["PAGE", "command_names", "help_of", "main", "written"]

PAGE = ROOT / "docs" / "commands.md"
_HEAD = """\
# Commands

Written by `python -m tests.docs.commands` from the program's own help; do not edit it by hand.

Results go to standard output; progress and what could not be read go to standard error. Exit codes: 0 done; 1 failed;
2 wrong usage; 3 done, but some inputs could not be read (each is named with its reason and a remedy); 130 interrupted.

"""
_EXAMPLES = {
    "report": (
        "stemma report examples/newsdesk --format html -o report.html",
        "head -n 1 examples/newsdesk/reports.jsonl | stemma report - --format json",
    ),
    "run": ("stemma run examples/newsdesk -o reports --format parquet",),
    "stories": ("stemma stories examples/newsdesk --format jsonl",),
    "lineage": ("stemma lineage examples/newsdesk --format graphml",),
    "statements": ("stemma statements examples/newsdesk/pellam-echo-0320.html --format jsonl",),
    "compare": (
        "stemma compare examples/newsdesk/border-standard-0304.txt examples/newsdesk/newsbrightly-40512.txt"
        " --format json",
    ),
    "pairs": ("stemma pairs examples/newsdesk --format jsonl",),
    "demo": ("stemma demo --format html -o demo.html",),
}


def help_of(command: str = "") -> str:
    """What `stemma COMMAND --help` prints in 80 columns."""
    shown = ran(f"COLUMNS=80 stemma {command} --help", ROOT)
    return "\n".join(line.rstrip() for line in shown.lines).strip()


def command_names() -> list[str]:
    """The commands, as the program lists them."""
    return re.findall(r"^  ([a-z]+)  ", help_of().partition("Commands:\n")[2], re.MULTILINE)


def written() -> str:
    """The page."""
    parts = [_HEAD + f"```text\n{help_of()}\n```\n"]
    for name in command_names():
        examples = "\n".join(_EXAMPLES.get(name, ()))
        shown = f"\n```sh\n{examples}\n```\n" if examples else ""
        parts.append(f"## stemma {name}\n\n```text\n{help_of(name)}\n```\n{shown}")
    return "\n".join(parts)


def main(arguments: Sequence[str] | None = None) -> None:
    """Write the page."""
    argparse.ArgumentParser(prog="python -m tests.docs.commands", description=__doc__).parse_args(arguments)
    PAGE.write_text(written(), encoding="utf-8")


if __name__ == "__main__":
    main()
