"""What two spellings of an outlet's name share."""

import re
from functools import lru_cache

__all__ = ["outlet_key"]

_ARTICLES = frozenset({"the", "a"})
# Words that outlets add to or drop from their own name.
_LOOSE = frozenset({"com", "net", "org", "www", "news", "online", "agency"})


@lru_cache(maxsize=4096)  # the outlets and authors of a story, held against one another
def outlet_key(name: str) -> str:
    """What two spellings of an outlet's name share: its words in lower case without article and web endings."""
    words = [word for word in re.findall(r"[^\W_]+", name.casefold()) if word not in _ARTICLES]
    core = [word for word in words if word not in _LOOSE] or words
    return "".join(core)
