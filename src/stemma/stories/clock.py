"""What day it is in a stream, by the dates of the articles alone."""

from collections import deque

from stemma.stories.window import UNDATED

__all__ = ["Clock"]

# The day is the middle one of so many dates that came last: seven wrong ones in a row do not move it.
_LAST = 15


class Clock:
    """The latest day that the articles agree on; it never goes back."""

    def __init__(self) -> None:
        self._last: deque[int] = deque(maxlen=_LAST)
        self.today = UNDATED

    def see(self, day: int) -> None:
        """Note an article's day, an ordinal or UNDATED."""
        if day == UNDATED:
            return
        self._last.append(day)
        self.today = max(self.today, sorted(self._last)[(len(self._last) - 1) // 2])

    def leaves_by(self, day: int, days: int) -> int:
        """The day from which an article's age is counted: its own, but not far ahead of the others."""
        return self.today if day == UNDATED else min(day, self.today + days)
