"""One person under several spellings is one; two people of one surname stay two."""

from stemma.attribution import statements
from stemma.claims import as_known, figure_groups, gather, people
from stemma.collate import collate
from stemma.engine.witness import witness
from stemma.figures import figures
from stemma.records import Account, Alignment, Article, Lineage, Origin, Origins
from tests.claims.story import found, written


def _account(name: str, text: str) -> Account:
    article = Article(id=name, text=text, language="en", extracted=True)
    return Account(witness(article), statements(article), figures(article))


def _known(*texts: str) -> list[str]:
    accounts = [_account(f"article {place}", text) for place, text in enumerate(texts)]
    return [name for _, name in sorted(people(accounts).items())]


_SAYS = "{} said the old quay would be closed to boats before the winter."


def _say(*names: str) -> list[str]:
    return _known(*(_SAYS.format(name) for name in names))


def test_a_name_spelt_three_ways_is_one_person() -> None:
    assert set(_say("Orla Brandvold", "Orla Brandvold", "Orla Brandvolt", "Orla Branvold")) == {"Orla Brandvold"}


def test_the_given_name_may_be_spelt_otherwise_too() -> None:
    assert set(_say("Antonie Maurel", "Anthonie Maurel", "Antonie Maurel")) == {"Antonie Maurel"}


def test_an_initial_and_a_surname_alone_are_the_one_person_of_that_name() -> None:
    assert set(_say("Yorick Ballant", "Y. Ballant", "Mr. Ballant")) == {"Yorick Ballant"}


def test_two_given_names_are_two_people() -> None:
    assert _say("Anna Tessaly", "Rolf Tessaly") == ["Anna Tessaly", "Rolf Tessaly"]


def test_a_surname_that_two_people_bear_stays_by_itself() -> None:
    found = _known(
        "Anna Tessaly said the quay would close. Rolf Tessaly said the quay would stay open.",
        "Tessaly said the quay would be sold.",
    )
    assert found == ["Anna Tessaly", "Rolf Tessaly", "Tessaly"]


def test_likely_spellings_side_by_side_in_one_article_are_two_people() -> None:
    found = _known("Marina Holt said the quay would close. Marita Holt said the quay would stay open.")
    assert found == ["Marina Holt", "Marita Holt"]


def test_a_body_written_in_two_ways_has_the_name_that_most_use() -> None:
    assert set(_say("Vantermark Harbour Ministry", "Vantermark Harbor Ministry", "Vantermark Harbour Ministry")) == {
        "Vantermark Harbour Ministry"
    }
    assert len(set(_say("The United States", "The U.S."))) == 1


def test_statements_of_a_story_name_a_person_alike_and_show_the_words_of_each_article() -> None:
    texts = (_SAYS.format(name) for name in ("Orla Brandvold", "Orla Brandvold", "Orla Brandvolt"))
    told = as_known([_account(f"article {place}", text) for place, text in enumerate(texts)])
    assert {statement.speaker for statement in told} == {"Orla Brandvold"}
    assert [statement.source[0].text for statement in told] == ["Orla Brandvold", "Orla Brandvold", "Orla Brandvolt"]


def test_a_body_is_no_person() -> None:
    assert _say("Harbour Ministry", "Harbour Ministri")[0] == "Harbour Ministry"


def test_claims_and_figures_name_their_speakers_once() -> None:
    text = "{} said on Monday that 54 boats had sunk in the harbour of Selbrook during the autumn storm."
    names = ["Orla Brandvold", "Orla Brandvold", "Orla Brandvolt"]
    accounts = [_account(f"article {place}", text.format(name)) for place, name in enumerate(names)]
    alignments: list[Alignment] = [
        collate(accounts[a].witness, accounts[b].witness) for a, b in ((0, 1), (0, 2), (1, 2))
    ]
    origins = tuple(Origin(str(place), "", (each.witness.article.id,)) for place, each in enumerate(accounts))
    claims = gather(accounts, alignments, Lineage((), (), (), Origins(3, 3, origins)))
    assert {name for claim in claims for name in claim.speakers} == {"Orla Brandvold"}
    values = [value.speaker for group in figure_groups(accounts, alignments) for value in group.values]
    assert set(values) == {"Orla Brandvold"}


def test_nobody_named_gives_nobody() -> None:
    assert people([]) == {}


def test_a_person_named_with_a_house_is_the_person_named_without_it() -> None:
    one = written("a", "“No ship will be sold,” Ines Kroll said on the quay at Dray.")
    other = written("b", "Ines Kroll of Vanter spoke of a marriage of equals in the port of Dray.")
    speakers = {name for claim in found(one, other).claims for name in claim.speakers}
    assert speakers == {"Ines Kroll"}
