"""`python -m evals.traditions.tuning`: the measures on traditions of the same kinds from seeds of their own.

Constants of the lineage are chosen on these; the reported set stays unseen.
"""

import sys

from evals.traditions.measures import tradition_parts

__all__ = ["PREFIX", "main"]

PREFIX = "tuning, "


def main() -> int:
    """Print the measures and what went wrong; 0."""
    for part in tradition_parts(PREFIX):
        lines = [f"{measure.name}: {measure.value:.3f} of {measure.count}" for measure in part.measures]
        sys.stdout.write("\n".join([part.name, *lines, *part.notes, ""]) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
