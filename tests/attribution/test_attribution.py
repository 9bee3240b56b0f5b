"""Attribution on invented sentences: source | cue | content, each in pieces joined by " + "."""

import pytest

from stemma.attribution import statements
from stemma.records import Article, Statement


def found(text: str) -> list[Statement]:
    return list(statements(Article(text=text, id="a")))


def drawn(text: str) -> list[str]:
    """Each statement as "source | cue | content"."""
    return [
        " | ".join(" + ".join(span.text for span in spans) for spans in (each.source, each.cue, each.content))
        for each in found(text)
    ]


DIRECT = [
    ("“The bridge is safe,” Ada Orr said.", "Ada Orr | said | “The bridge is safe,”"),
    ("“The bridge is safe,” said Ada Orr.", "Ada Orr | said | “The bridge is safe,”"),
    ('"The bridge is safe," said Ms. Orr.', 'Ms. Orr | said | "The bridge is safe,"'),
    ("''The bridge is safe,'' Ms. Orr said.", "Ms. Orr | said | ''The bridge is safe,''"),
    ("‘The bridge is safe,’ said Ms. Orr.", "Ms. Orr | said | ‘The bridge is safe,’"),
    ("Ada Orr said: “The bridge is safe.”", "Ada Orr | said: | “The bridge is safe.”"),
    ("Ada Orr said, “The bridge is safe.”", "Ada Orr | said | “The bridge is safe.”"),
    ("“Is it safe?” Mr. Tam asked.", "Mr. Tam | asked | “Is it safe?”"),
    ("“We waited,” she said, “until the tide turned.”", "she | said | “We waited,” + “until the tide turned.”"),
    ("“We waited,” she said. “Nobody came.”", "she | said | “We waited,” + “Nobody came.”"),
    ("“We waited,” said Ada Orr. “Nobody came.”", "Ada Orr | said | “We waited,” + “Nobody came.”"),
    ("“It held,” Ada Orr told the Ostra Gazette.", "Ada Orr | told | “It held,”"),
    (
        "“It held,” said Ada Orr, the mayor of Ostra, on Monday.",
        "Ada Orr, the mayor of Ostra | said | “It held,”",
    ),
    ("“It held,” the engineer was quoted as saying.", "the engineer | was quoted as saying | “It held,”"),
]

INDIRECT = [
    ("Ada Orr said the bridge was safe.", "Ada Orr | said | the bridge was safe"),
    ("Ada Orr said that the bridge was safe.", "Ada Orr | said | that the bridge was safe"),
    ("The council has also said the bridge is safe.", "The council | has also said | the bridge is safe"),
    ("Two Norland officials said the ferry sank.", "Two Norland officials | said | the ferry sank"),
    (
        "Ada Orr, the mayor of Ostra, said the bridge was safe.",
        "Ada Orr, the mayor of Ostra, | said | the bridge was safe",
    ),
    ("The report, however, said the ferry sank.", "The report | said | the ferry sank"),
    ("Officials on Monday said the ferry sank.", "Officials | said | the ferry sank"),
    ("Ada Orr said on Monday that the ferry sank.", "Ada Orr | said | that the ferry sank"),
    ("Ada Orr said in a statement that the ferry sank.", "Ada Orr | said in a statement | that the ferry sank"),
    ("The ferry sank in the storm, officials said.", "officials | said | The ferry sank in the storm"),
    ("The ferry sank in the storm, Ada Orr said on Sunday.", "Ada Orr | said | The ferry sank in the storm"),
    ("The ferry was sunk by a storm, said Ada Orr.", "Ada Orr | said | The ferry was sunk by a storm"),
    ("The bridge, she said, is safe.", "she | said | The bridge + is safe"),
    ("The ferry sank, according to two sailors.", "two sailors | according to | The ferry sank"),
    ("According to Ada Orr, the ferry sank.", "Ada Orr | According to | the ferry sank"),
    (
        "According to Ada Orr, who was aboard, the ferry sank.",
        "Ada Orr, who was aboard | According to | the ferry sank",
    ),
    ("OSTRA (AP) — The ferry sank in a storm, officials said.", "officials | said | The ferry sank in a storm"),
    ("As the Ostra Gazette reported, the ferry sank.", "the Ostra Gazette | reported | the ferry sank"),
    ("Ada Orr’s claim that the ferry sank was repeated.", "Ada Orr’s | claim | that the ferry sank was repeated"),
    ("Villagers believe the ferry sank.", "Villagers | believe | the ferry sank"),
    ("The mayor promised to repair the bridge.", "The mayor | promised | to repair the bridge"),
    ("The mayor urged the council to repair the bridge.", "The mayor | urged | the council to repair the bridge"),
    ("The mayor called for an inquiry.", "The mayor | called for | an inquiry"),
    ("The ferry is believed to have sunk.", " | is believed | The ferry + to have sunk"),
    ("The letter called the plan “reckless.”", "The letter | called | the plan “reckless.”"),
]

HEADLINES = [
    ("Ada Orr: The Bridge Is Safe", "Ada Orr | : | The Bridge Is Safe"),
    ("Harbour bridge to close in May – sources", "sources | – | Harbour bridge to close in May"),
    ("Harbour bridge to close in May: report", "report | : | Harbour bridge to close in May"),
]

NOTHING = [
    "The ferry sank in the storm.",
    "The report on the ferry was long.",
    "The planned bridge will cross the harbour.",
    "Breaking News: ferry lost in the storm",
    "",
    "“",
    '"" "',
]


@pytest.mark.parametrize(("text", "expected"), DIRECT + INDIRECT + HEADLINES)
def test_one_statement(text: str, expected: str) -> None:
    assert drawn(text) == [expected]


@pytest.mark.parametrize("text", NOTHING)
def test_no_statement(text: str) -> None:
    assert drawn(text) == []


def test_a_saying_inside_a_saying_is_a_second_statement() -> None:
    assert drawn("Ada Orr said Mr. Tam had warned that the ferry would sink.") == [
        "Ada Orr | said | Mr. Tam had warned that the ferry would sink",
        "Mr. Tam | had warned | that the ferry would sink",
    ]


def test_one_speaker_of_two_verbs() -> None:
    assert drawn("The envoy denied that the ferry sank and said: “It is in port.”") == [
        "The envoy | denied | that the ferry sank",
        "The envoy | said: | “It is in port.”",
    ]


def test_a_participle_has_the_speaker_of_the_verb_before() -> None:
    assert drawn("Ada Orr said the ferry sank, adding that nobody drowned.") == [
        "Ada Orr | said | the ferry sank",
        "Ada Orr | adding | that nobody drowned",
    ]


def test_what_is_said_ends_before_who_says_it() -> None:
    assert drawn("The mayor backs the harbour plan and supports the ferry, officials said.")[-1] == (
        "officials | said | The mayor backs the harbour plan and supports the ferry"
    )


def test_a_report_quoted_in_a_report() -> None:
    text = "“Two officials said the ferry had sunk off the coast of Norland in the storm,” the Ostra Gazette reported."
    assert drawn(text)[1] == "Two officials | said | the ferry had sunk off the coast of Norland in the storm"


def test_a_quotation_runs_on_into_the_next_paragraph() -> None:
    text = "“We waited for the ferry,” Ada Orr said. “Nobody came.\n\n“Then it grew dark.”"
    assert drawn(text) == ["Ada Orr | said | “We waited for the ferry,” + “Nobody came. + “Then it grew dark.”"]


def test_a_speaker_named_before_a_quotation() -> None:
    assert drawn("Ada Orr was blunt. “We waited, and nobody came.”") == [
        "Ada Orr |  | “We waited, and nobody came.”",
    ]


def test_a_quotation_that_nobody_claims_has_no_source() -> None:
    (statement,) = found("“We waited, and nobody came.”")
    assert (statement.source, statement.cue, statement.speaker) == ((), (), None)
    assert statement.confidence < 0.5
