"""How often a process of the program looks for objects that hold one another."""

import atexit
import gc

__all__ = ["sought_seldom"]

# Records hold no cycles: on 427 newspaper articles the whole searches freed 29 objects of millions, and took with the
# others a seventh of the time (3.3 of 24 seconds), mostly for walking the lexicons and models again and again. With
# these numbers they take a seventieth, for 2 % more memory. The first is new objects a search, the others searches of
# the younger generation before one of the older.
_SELDOM = (50_000, 20, 100)


def sought_seldom() -> None:
    """For a process that is the program's own; who imports the library keeps their own setting."""
    gc.set_threshold(*_SELDOM)
    atexit.register(gc.freeze)  # at the end all is let go at once: the last searches only take time
