"""What a sum of money is of, where the words after it do not say: "debts of 14 million crowns"."""

import re

__all__ = ["sum_of"]

# The word that names what is owed, paid or lost, and those that say the same by their verb.
_NOUNS = {
    "debt": r"debts?|liabilit(?:y|ies)|owe[sd]?|owing|in arrears",
    "damage": r"damages?",
    "loss": r"loss(?:es)?|lost|loses",
    "cost": r"costs?",
    "fine": r"fines?|fined|penalt(?:y|ies)",
    "offer": r"offer(?:s|ed)?|bids?|bidding",
    "price": r"price|sold for|bought for|buy \w+ for|acquire \w+ for|value[ds]? at|worth",
    "refund": r"pay back|repay|refund|give back|return",
    "compensation": r"compensation|reparations",
    "shortfall": r"shortfall|deficit|gap",
    "budget": r"budget",
    "profit": r"profits?|earned|earnings",
    "revenue": r"revenues?|sales|turnover",
    "wages": r"wages?|salar(?:y|ies)",
    "loan": r"loans?|lent|borrowed",
}
_NAMED = re.compile("|".join(rf"\b(?P<{name}>{words})\b" for name, words in _NOUNS.items()), re.IGNORECASE)
# How far before the sum its noun may stand, in characters, in the same clause (chosen by eye).
_REACH = 60


def sum_of(text: str, start: int) -> str:
    """The kind of sum that begins at `start`, by the nearest word before it that names one; "" where none does."""
    before = re.split(r"[;.\n]\s", text[max(0, start - _REACH) : start])[-1]
    named = [match.lastgroup or "" for match in _NAMED.finditer(before)]
    return named[-1] if named else ""
