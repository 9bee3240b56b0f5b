"""Denials that a copy cut out, alone or with what went with them."""

from tests.changes.builder import kinds

_BEFORE = (
    "A stoker, who asked not to be named, told the Arden Post that the captain had reported trouble with the boiler "
    "twice in a week and was told to sail on."
)
_DENIED = "Merrow Lines denied that any fault had been reported."
_QUOTED = "“There was no complaint in the log,” said the company's spokeswoman, Tamsin Brell."
_AFTER = [
    "The minister for ferries, Odo Vantry, opened an inquiry, which will sit in Corwell from June.",
    "On the quay at Arden, families waited under borrowed blankets for news of the other raft.",
    "Ada Orrin, 71, was still looking for a suitcase that held her late husband's letters.",
]


def _told(*middle: str) -> str:
    return "\n\n".join([_BEFORE, *middle, *_AFTER])


def test_a_denial_that_was_cut_is_missed_alone_and_with_the_quotation_beside_it() -> None:
    whole = _told(_DENIED, _QUOTED)
    assert "denial_absent" in kinds(whole, _told(_QUOTED))
    assert "denial_absent" in kinds(whole, _told())
    assert "denial_absent" not in kinds(whole, whole)
