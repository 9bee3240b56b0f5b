"""Figures of one thing in several articles: which are held against one another, and whether they agree."""

import pytest

from stemma.claims import figure_neighbours
from stemma.claims.figure_likeness import Verbatim, one_thing
from stemma.claims.figure_places import Place
from stemma.claims.verdicts import compatible, verdict
from stemma.records import FigureValue
from tests.claims.story import figures_of, value

COMPATIBLE = [
    (value(212, 212), value(200, None, "more_than")),
    (value(1372, 1372), value(1400, 1400, "about")),
    (value(30, 40, "range"), value(40, 40)),
    (value(None, 50, "at_most"), value(50, None, "at_least")),
    (value(24, 99, "dozens"), value(31, 31)),
    (value(7, 7), value(7, 7)),
]

APART = [
    (value(34, 34), value(54, 54)),
    (value(190, 190), value(200, None, "more_than")),
    (value(1200, 1200), value(1400, 1400, "about")),
    (value(30, 40, "range"), value(41, 41)),
    (value(None, 49, "at_most"), value(50, None, "at_least")),
]


@pytest.mark.parametrize(("one", "other"), COMPATIBLE)
def test_bounds_and_rounding_leave_room(one: FigureValue, other: FigureValue) -> None:
    assert compatible(one, other)
    assert compatible(other, one)


@pytest.mark.parametrize(("one", "other"), APART)
def test_beyond_the_bounds_there_is_no_room(one: FigureValue, other: FigureValue) -> None:
    assert not compatible(one, other)
    assert not compatible(other, one)


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([value(7, 7), value(7, 7)], "agree"),
        ([value(212, 212), value(200, None, "more_than")], "compatible"),
        ([value(34, 34), value(54, 54)], "differ"),
        ([value(34, 34), value(30, None, "more_than"), value(54, 54)], "differ"),
    ],
)
def test_one_pair_that_is_apart_decides(values: list[FigureValue], expected: str) -> None:
    found, why = verdict(values, (), {})
    assert found == expected
    assert why


def _drawn(*texts: str) -> list[tuple[str, str, list[str]]]:
    return [(group.counted, group.verdict, [entry.span.text for entry in group.values]) for group in figures_of(*texts)]


def test_an_exact_number_and_a_bound_are_compatible() -> None:
    found = _drawn(
        "Rebels hold 212 hostages, the army said on Sunday.",
        "More than 200 hostages are still held by rebels in the hills, the army said.",
    )
    assert found == [("hostages", "compatible", ["212 hostages", "More than 200 hostages"])]


def test_two_counts_of_one_thing_differ_and_each_has_its_speaker() -> None:
    (group,) = figures_of(
        "There were 34 aid trucks at the border crossing of Arden on Sunday, drivers said.",
        "On Sunday 54 aid trucks reached the border crossing of Arden, officials said.",
    )
    assert (group.counted, group.verdict) == ("aid trucks", "differ")
    assert [(entry.low, entry.speaker) for entry in group.values] == [(34, "drivers"), (54, "officials")]


def test_counts_that_agree_are_one_group() -> None:
    text = "Nine trawlers lay in the harbor of Selbrook on Sunday."
    assert _drawn(text, text.replace("Nine", "9")) == [("trawlers", "agree", ["Nine trawlers", "9 trawlers"])]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The town sent 2,000 marines to the strait of Arden.",
            "The duke keeps 2,500 or so troops in the hills of Velda.",
        ),
        ("Nine trawlers lay in the harbor of Selbrook.", "Bakers in Velda sold 54 loaves to the choir."),
        ("Nine people drowned off Arden on Sunday.", "Forty people sang in the cathedral of Corwell at dusk."),
        ("The levy is three crowns a berth.", "Three trawlers lay in the harbor of Selbrook."),
    ],
)
def test_counts_of_different_things_are_not_held_against_one_another(one: str, other: str) -> None:
    assert _drawn(one, other) == []


def test_counts_far_apart_are_of_one_thing_only_in_one_sentence() -> None:
    one = "There were 4 aid trucks at the border crossing of Arden on Sunday, drivers said."
    assert _drawn(one, "On Sunday 54 aid trucks reached the border crossing of Arden, officials said.") == []
    assert _drawn(one, one.replace("4", "54")) == [("aid trucks", "differ", ["4 aid trucks", "54 aid trucks"])]


def test_what_came_on_top_is_no_total_unless_a_bound_leaves_room_for_it() -> None:
    held = "Rebels in the hills of Velda hold {} hostages, a herder said on Sunday."
    (group,) = _drawn(held.format("another 31"), held.format("more than 30"))
    assert group[1] == "compatible"
    shares = "Shares in the mill of Arden fell {} percent on Sunday, a broker said."
    assert _drawn(shares.format("23"), shares.format("a further 11")) == []


def test_an_article_of_many_figures_is_not_compared_with_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[int] = []

    def counting(a: Place, b: Place, verbatim: Verbatim) -> bool:
        compared.append(1)
        return one_thing(a, b, verbatim)

    monkeypatch.setattr(figure_neighbours, "one_thing", counting)
    passages = [f"{count} people crossed the bridge of Arden by cart number one." for count in range(100, 300)]
    assert _drawn("\n\n".join(passages), "120 people crossed the bridge of Arden by cart.")
    assert 0 < len(compared) < 4 * len(passages)


def test_figures_of_one_article_are_no_group() -> None:
    assert _drawn("Nine trawlers lay in the harbor. The nine trawlers left the harbor at dusk.") == []


def test_groups_that_differ_come_first() -> None:
    one = "There were 34 aid trucks at the border crossing of Arden on Sunday. Nine trawlers lay in its harbor."
    verdicts = [verdict for _, verdict, _ in _drawn(one, one.replace("34", "54"))]
    assert verdicts == ["differ", "agree"]


@pytest.mark.parametrize(
    "other",
    [
        "Five sustained injuries as the van ran into strikers at the gate, a clinic said.",
        "At the gate the clinic put the number of injured at five.",
        "One man died in the crush, and five others were hurt.",
    ],
)
def test_the_one_number_of_hurt_of_each_of_two_articles_is_of_one_thing(other: str) -> None:
    (group,) = [
        g
        for g in figures_of("Four people were injured when a van drove into a picket line.", other)
        if g.role == "hurt"
    ]
    assert group.verdict == "differ"


def test_the_hurt_of_another_year_are_no_other_count() -> None:
    assert figures_of("Four people were injured on the quay.", "In 2019 five people were injured in a crush.") == ()


def test_a_number_that_is_put_without_its_noun_is_of_what_was_counted_before() -> None:
    counts = "About 340 people joined the strike at the mill. The owner put the number at 210."
    (group,) = figures_of(counts, "Some 360 people joined the strike at the mill.")
    assert group.verdict == "differ"
    assert [item.span.text for item in group.values] == ["About 340 people", "210", "Some 360 people"]


def test_one_number_of_people_twice_in_an_article_is_one_thing_only_where_what_they_do_is() -> None:
    joined = "About 340 people joined the strike at the mill."
    waited = "In the port 340 people were waiting for a ferry that did not come."
    (group,) = figures_of(joined, f"{joined} {waited}")
    assert len(group.values) == 2


def test_bare_sums_are_of_one_thing_where_the_words_before_name_one() -> None:
    (group,) = figures_of("The mill owes 14 million crowns.", "The mill has debts of 16 million crowns.")
    assert (group.counted, group.verdict) == ("debt", "differ")
    assert figures_of("The mill owes 14 million crowns.", "A fine of 16 million crowns fell due.") == ()


def test_a_part_is_not_held_against_the_whole() -> None:
    one = "Five people were injured when a lorry drove through the gate, police said. Gulls sat on the cranes."
    other = "A lorry drove through the gate and hurt five people, two of them badly, the hospital said. It rained."
    (group,) = figures_of(one, other)
    assert (group.verdict, [value.low for value in group.values]) == ("agree", [5, 5])


def test_a_number_without_a_noun_behind_a_larger_one_is_a_part_of_it() -> None:
    """ "Nineteen people; four stayed overnight" in two articles: two figures that agree, none that differ."""
    told = "The clinic at Arden said it had treated 19 people, most of them for cold; four stayed overnight."
    groups = _drawn(told, f"{told} Bells rang in Corwell at noon.")
    assert {verdict for _, verdict, _ in groups} == {"agree"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Nine have died.", "Ten have died."),
        ("Nine people were killed.", "The death toll rose to ten."),
        ("It claimed nine lives.", "The number of dead stood at ten."),
        ("The storm killed nine.", "Ten passengers lost their lives."),
    ],
)
def test_the_dead_of_one_event_are_one_count_however_they_are_told(one: str, other: str) -> None:
    earlier = "In 2012 a collision off the same port killed 31 people."
    (group,) = figures_of(f"{one} Divers searched the wreck.", f"{other} Weather was calm. {earlier}")
    assert (group.role, group.verdict, len(group.values)) == ("killed", "differ", 2)


def test_men_and_women_of_one_jury_are_two_counts() -> None:
    told = "The jury of four men and eight women filed out at noon, the clerk of Arden said."
    found = {counted: verdict for counted, verdict, _ in _drawn(told, f"{told} Bells rang in Corwell.")}
    assert found == {"men": "agree", "women": "agree"}


def test_two_sums_without_a_noun_are_one_by_what_stands_around() -> None:
    (group,) = figures_of(
        "The rowing club must pay the port of Orlen 10.5 million crowns over the boathouse. Bakers met.",
        "The rowing club will have to pay the port of Orlen 12.5 million crowns over its boathouse. Swans nest there.",
    )
    assert (group.counted, group.verdict) == ("sum of money", "differ")


def test_a_bound_that_was_altered_in_its_sentence_differs() -> None:
    said = "The gas drifted over the quay at dawn, killing three fitters and sending at least {} people to hospital."
    (hurt,) = [
        group for group in figures_of(f"{said.format(46)} Bakers met.", f"{said.format(64)}") if group.role == "hurt"
    ]
    assert hurt.verdict == "differ"
    assert hurt.why == "“at least 46 people” and “at least 64 people” stand in what is else the same sentence"


def test_five_others_are_not_all() -> None:
    groups = figures_of(
        "Lists from six districts were typed by hand in Orlen, the board said.",
        "Lawyers want the lists of Brask and five other districts that were typed by hand in Orlen counted again.",
    )
    assert all(group.verdict != "differ" for group in groups)
