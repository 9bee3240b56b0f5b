"""What can go wrong, as a tree.

StemmaError
├── InputError            an input could not be read; names the input, the problem and the remedy
├── NothingToRead         no article at all among the inputs
├── EngineError           what a run works on could not start, go on or keep its results
└── ContractError         JSON that is not what the contract says
"""

__all__ = ["ContractError", "EngineError", "InputError", "NothingToRead", "StemmaError"]


class StemmaError(Exception):
    """Any error that Stemma raises on purpose: what is wrong, where, and what to do next."""

    def __init__(self, problem: str, source: str = "", remedy: str = "") -> None:
        super().__init__(problem)
        self.problem = problem
        self.source = source
        self.remedy = remedy

    def __str__(self) -> str:
        """The error as its reader sees it, one line for each part that is known."""
        lines = [self.problem]
        lines += [f"  in:  {self.source}"] if self.source else []
        lines += [f"  try: {self.remedy}"] if self.remedy else []
        return "\n".join(lines)


class InputError(StemmaError):
    """An input that could not be read, or holds no article."""


class NothingToRead(StemmaError):  # noqa: N818 - the name says what happened; an "Error" suffix adds no word to it
    """None of the inputs held an article."""


class EngineError(StemmaError):
    """A worker or a cluster that did not start or was lost, or a folder that cannot be written."""


class ContractError(StemmaError):
    """JSON that does not follow the contract."""
