"""What two texts share as wholes: figures however written, the order of what was said once, whose quotations."""

from stemma.collate import collate
from stemma.descent import kinship, wording
from stemma.engine.witness import witness
from stemma.records import Article

_REPORT = (
    "The orchard at Hesk was sold on Friday. A vinegar maker paid for it in coins. Beekeepers had hoped to lease the "
    "meadow. The auctioneer mislaid his hammer. A donkey wandered through the marquee."
)


def _signals(a: str, b: str) -> dict[str, float]:
    one, two = (witness(Article(id=name, text=text, language="en")) for name, text in (("a", a), ("b", b)))
    return kinship(one, two, collate(one, two), (wording(one), wording(two))).signals


def test_a_number_is_one_in_digits_and_in_words() -> None:
    digits = "The yard at Hesk lost 14 barges, 31 sheds and 4,200 planks."
    words = "At Hesk fourteen barges, thirty-one sheds and 4,200 planks are gone from the yard."
    others = "At Hesk sixteen barges, thirty-three sheds and 4,900 planks are gone from the yard."
    kept = "particulars_kept"
    assert _signals(digits, words)[kept] == _signals(digits, digits)[kept] > _signals(digits, others)[kept]


def test_what_each_says_once_is_told_in_one_order() -> None:
    retold = "Coins bought the orchard for a vinegar maker. No lease for beekeepers. No hammer either, and a donkey."
    turned = "A donkey, and no hammer. Beekeepers have no lease. A vinegar maker with coins has bought the orchard."
    assert _signals(_REPORT, retold)["once_in_order"] > _signals(_REPORT, turned)["once_in_order"]


def test_names_make_no_order() -> None:
    """Two reports of one event come upon the same people."""
    one = "Ulla Verne rang. Pell Argent wrote. Ilsa Morn and Jory Tamsin swam."
    other = "Ulla Verne slept. Pell Argent sang. Ilsa Morn and Jory Tamsin quarrelled."
    assert _signals(one, other)["once_in_order"] == 0.0


def test_who_quotes_what_the_other_has_not_asked_on_his_own() -> None:
    heard = "“The pears were never worth the ladder,” the grower said."
    asked = "“My brother wants the cider press back by noon,” the neighbour said."
    own = "own_quotations"
    assert _signals(f"{_REPORT} {heard}", f"{_REPORT} {asked}")[own] == -0.5
    assert _signals(f"{_REPORT} {heard}", _REPORT)[own] == 0.0
    assert _signals(f"{_REPORT} {heard}", f"{_REPORT} He said the pears had never been worth a ladder.")[own] == 0.0


def test_a_part_keeps_to_itself() -> None:
    own = " ".join(f"Somebody {verb} again yesterday." for verb in ("sneezed", "yawned", "limped", "prayed"))
    whole = f"{own} Coins bought the orchard. Beekeepers lost a lease. A hammer went missing. A donkey came."
    scattered = f"Coins bought it. {own} A hammer went missing."
    assert _signals(_REPORT, whole)["block"] > 2 * _signals(_REPORT, scattered)["block"]


def test_it_is_the_same_from_either_side() -> None:
    retold = "Coins bought the orchard for a vinegar maker, “to the last penny of it all”. A donkey came at 14."
    assert _signals(_REPORT, retold) == _signals(retold, _REPORT)
