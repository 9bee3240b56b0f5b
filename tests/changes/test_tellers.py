"""Sources told against the common order of words."""

from stemma.changes.tellers import tellers


def told(text: str) -> list[str]:
    return [text[each.who[0] : each.who[1]] for each in tellers(text)]


def test_a_source_behind_its_verb_inside_a_noun_or_in_a_passive_is_found() -> None:
    assert told("The pier is rotten, reports Ada Holm, who mends it.") == ["Ada Holm"]
    assert told("In the view of the harbour board, the pier is rotten.") == ["the harbour board"]
    assert told("An inquiry was demanded by the harbour council to find out why.") == ["the harbour council"]
    assert told("The pier is rotten, as Dr. Ida Voss warned.") == ["Dr. Ida Voss"]


def test_a_clause_behind_the_verb_is_no_source() -> None:
    assert told("Ada Holm, who mends the pier, said the planks were rotten.") == []
    assert told("The mayor, a fisherman, says the city hid the planks.") == []
