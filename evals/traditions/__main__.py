"""`python -m evals.traditions PLAN`: one made tradition, its truth and what the program finds, to look into a fault."""

import argparse
import sys

from evals.program import lineage
from evals.traditions.families import Made, grow
from evals.traditions.plans import fixed_set
from evals.traditions.scoring import scored
from stemma.records import Lineage


def main() -> int:
    """Print the tradition; 0, or 2 where no plan has the id."""
    plans = {plan.id: plan for plan in fixed_set()}
    parser = argparse.ArgumentParser(prog="python -m evals.traditions", description=__doc__)
    parser.add_argument("plan", choices=plans, metavar="PLAN", help=f"one of: {'; '.join(plans)}")
    parser.add_argument("--texts", action="store_true", help="also the texts")
    options = parser.parse_args()
    made = grow(plans[options.plan])
    sys.stdout.write("\n".join([*_truth(made, options.texts), "", *_found(made, lineage(made.given))]) + "\n")
    return 0


def _truth(made: Made, texts: bool) -> list[str]:
    lines = [str(made.plan)]
    for place, node in enumerate(made.nodes):
        withheld = " withheld" if place in made.withheld else ""
        credited = " credited" if node.credited else ""
        parents = ", ".join(made.nodes[parent].article.id for parent in node.parents) or "no exemplar"
        shown = f"{node.article.id} {node.operation} of {parents}{credited}{withheld}, {node.article.published}"
        lines += [shown, *([node.article.text, ""] if texts else [])]
    return lines


def _found(made: Made, found: Lineage) -> list[str]:
    edges = [
        f"{e.copy} from {e.exemplar} {e.confidence} {[(v.signal, v.detail) for v in e.evidence]}" for e in found.descent
    ]
    hidden = [f"{entry.id} behind {', '.join(entry.copies)}" for entry in found.hidden]
    undecided = [f"undecided {' '.join(entry.articles)}: {entry.reason}" for entry in found.undecided]
    return [*edges, *hidden, *undecided, found.origins.why, *scored(made, found).faults]


if __name__ == "__main__":
    sys.exit(main())
