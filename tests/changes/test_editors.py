"""What editors alter when they word a report anew, and what they leave as it was in other words."""

import pytest

from tests.changes.builder import kinds

_BEFORE = (
    "The footbridge over the Merrow in Haldane gave way on Sunday morning, and four people were taken to hospital.\n\n"
    "The town has closed both banks of the river to walkers and anglers.\n\n"
)
_AFTER = "\n\nMayor Orla Fenn said that a ferry would carry the children of Haldane to school from Monday on."


def _kinds(before: str, after: str) -> list[str]:
    return kinds(_BEFORE + before + _AFTER, _BEFORE + after + _AFTER)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Divers found no cracks in the piers.", "No cracks were discovered in the piers by the divers."),
        ("Fewer than 70 percent of the bolts were sound.", "Not even 70 percent of the bolts were sound."),
        ("The council asked whether the bridge was safe.", "The council asked whether or not the bridge was safe."),
        ("The council left all stones as they lay.", "The council left no stone unturned where they lay."),
        ("Walkers may use the road bridge, the town said.", "Walkers are free to use the road bridge, the town said."),
        ("The school suspended swimming lessons.", "The school called off swimming lessons for the time being."),
        ("The crane stopped near the tower at noon.", "The crane paused next to the tower at noon."),
        (
            "The builder Tessel denied that it had used old steel. Its owner lives in Arden.",
            "It was not so, the builder Tessel said of the claim of old steel. Its owner lives in Arden.",
        ),
        ("The first beam fell at 17:30 on the towpath.", "The first beam fell at 5:30 pm on the towpath."),
        ("The repair costs £8,400 (10,000 euros) a year.", "The repair costs £8,400 a year."),
        ("Sculptor Andre Bel made the railings in 1931.", "Sculptor André Bel made the railings in 1931."),
        (
            "A lawyer close to the council said a claim was being prepared.",
            "A claim was being prepared, said a lawyer with ties to it.",
        ),
        (
            "The county office said that the bridge was built in haste.",
            "In the view of the county office the bridge was built in haste.",
        ),
    ],
)
def test_the_same_in_other_words_is_no_change(before: str, after: str) -> None:
    assert _kinds(before, after) == []


@pytest.mark.parametrize(
    ("before", "after", "kind"),
    [
        ("Divers found no cracks in the piers.", "Divers found cracks in the piers.", "meaning"),
        (
            "Treasurer Ida Holt did not oppose the repair, but said that anglers must not pay for it.",
            "Treasurer Ida Holt opposed the repair and said that anglers must not pay for it.",
            "meaning",
        ),
        (
            "It is not known whether rust weakened the cables of the bridge.",
            "Rust weakened the cables of the bridge.",
            "meaning",
        ),
        (
            "The builder Tessel denied that it had used old steel.",
            "That it had used old steel was confirmed by the builder Tessel.",
            "meaning",
        ),
        ("The anglers' club criticised the board.", "The board criticised the anglers' club.", "meaning"),
        (
            "Both banks had probably sunk since May, the county office said.",
            "Both banks had sunk since May, the county office said.",
            "hedge_lost",
        ),
        (
            "Some anglers said they had been asked to leave the towpath.",
            "Some anglers have been asked to leave the towpath.",
            "attribution_lost",
        ),
        (
            "Police put the number of walkers on it at 40.",
            "The ministry put the number of walkers on it at 40.",
            "attribution_changed",
        ),
        (
            "The bridge was drawn by Professor Bo Alvhammar, who was new in the town.",
            "The bridge was drawn by Professor Bo Ekstrand, who was new in the town.",
            "name",
        ),
        (
            '"They called me after I had left," the keeper said.',
            '"They called me before I had left," the keeper said.',
            "quotation",
        ),
        (
            "Of the 41 people on it, six fell into the river.",
            "There were 410 people on it, half a dozen of whom fell into the river.",
            "figure",
        ),
    ],
)
def test_what_editors_alter_is_found(before: str, after: str, kind: str) -> None:
    assert kind in _kinds(before, after)


def test_a_passage_worked_into_its_neighbour_is_not_left_out() -> None:
    before = "The bridge cost 310,000 crowns. It replaced one that had stood there since 1874."
    after = "The bridge, whose forerunner dated from 1874, cost 310,000 crowns."
    assert _kinds(before, after) == []
