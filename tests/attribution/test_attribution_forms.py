"""Forms that stand apart: requests not to be named, silences, missing marks, transcripts, odd and long texts."""

import time

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


@pytest.mark.parametrize(
    "text",
    [
        "The pilot asked not to be named.",
        "The pilot declined to be identified.",
        "The pilot requested anonymity.",
    ],
)
def test_who_wants_no_name_has_said_nothing(text: str) -> None:
    assert drawn(text) == []


def test_a_request_not_to_be_named_makes_the_source_an_unnamed_one() -> None:
    (statement,) = found("The harbour pilot, who asked not to be named, said the ferry sank.")
    assert (statement.anonymous, statement.speaker) == ("other", None)
    assert [span.text for span in statement.content] == ["the ferry sank"]


COUNTS = [
    ("Three officials said the ferry sank.", "officials", 3),
    ("More than a dozen current and former officials said the ferry sank.", "officials", 12),
    ("Two people briefed on the talks said the ferry sank.", "people familiar", 2),
    ("One of the sailors said the ferry sank.", "other", 1),
    ("Officials said the ferry sank.", "officials", None),
    ("Ada Orr said the ferry sank.", None, None),
]


@pytest.mark.parametrize(("text", "category", "count"), COUNTS)
def test_unnamed_sources_are_counted_where_the_words_say_so(text: str, category: str | None, count: int | None) -> None:
    (statement,) = found(text)
    assert (statement.anonymous, statement.anonymous_count) == (category, count)


@pytest.mark.parametrize(
    "text",
    [
        "A spokesman for the ferry company declined to say how many people were aboard.",
        "Ms. Orr refused to answer questions on the ferry.",
        "Ms. Orr declined to comment.",
        "Ms. Orr could not immediately be reached for comment.",
    ],
)
def test_silence_in_its_forms(text: str) -> None:
    (statement,) = found(text)
    assert statement.declined


def test_declining_an_offer_is_no_silence() -> None:
    (statement,) = found("Ms. Orr declined to join the council.")
    assert not statement.declined


def test_a_question_put_to_somebody_is_a_question() -> None:
    (asked,) = found("Reporters asked Ms. Orr why the ferry had sailed.")
    assert asked.asks
    (told,) = found("Reporters asked Ms. Orr to say why the ferry had sailed.")
    assert not told.asks


def test_a_statement_issued_before_something_keeps_its_quotation() -> None:
    text = "“We will rebuild the quay,” Mayor Ada Orr said in a statement issued before the council met on Monday."
    assert drawn(text) == ["Mayor Ada Orr | said in a statement | “We will rebuild the quay,”"]


def test_what_is_said_begins_at_its_that() -> None:
    text = "Ada Orr insisted on Monday, in an interview with the Ostra Gazette, that the ferry was sound."
    assert drawn(text) == ["Ada Orr | insisted | that the ferry was sound"]


def test_who_is_quoted_by_a_paper_is_the_speaker() -> None:
    (statement,) = found("Ms. Orr was quoted by the Ostra Gazette as saying that the ferry was sound.")
    assert [span.text for span in statement.source] == ["Ms. Orr"]


def test_a_closing_mark_is_missing() -> None:
    assert drawn("“The pumps failed, Ada Orr said. The crew swam ashore.") == ["Ada Orr | said | The pumps failed"]


TRANSCRIPT = (
    "ORR: When did you notice the water? I was told it was late.\n\n"
    "MR. TAM: About an hour after we left.\n\n"
    "ORR: Who told you?"
)


def test_each_turn_of_a_transcript_is_its_speakers() -> None:
    turns = [line for line in drawn(TRANSCRIPT) if " | : | " in line]
    assert turns == [
        "ORR | : | When did you notice the water? I was told it was late.",
        "MR. TAM | : | About an hour after we left.",
        "ORR | : | Who told you?",
    ]


def test_the_speakers_of_a_transcript_are_people_of_its_article() -> None:
    text = "Ada Orr questioned Bela Tam on Monday.\n\n" + TRANSCRIPT
    turns = [statement for statement in found(text) if statement.cue and statement.cue[0].text == ":"]
    assert [turn.speaker for turn in turns] == ["Ada Orr", "Bela Tam", "Ada Orr"]


def test_two_headings_make_no_transcript() -> None:
    assert drawn("NOTE: The ferry sails at noon.\n\nFARES: Two crowns.") == []


ODD = [
    "“" * 41,
    "' " * 333,
    "THE FERRY SANK IN THE STORM, OFFICIALS SAID. “NOBODY CAME,” SAID ADA ORR.",
    "the ferry sank officials said and nobody came said the mayor of ostra",
    "O ferry, said the moon,\nwhere do you go?\nI go, it said,\nbelow.\n",
    "قال الوزير إن «السفينة غرقت» يوم الاثنين.",
    "השר אמר: ״הספינה טבעה״ ביום שני.",
    "渡船が沈没した、と市長は述べた。",
    "İ said İ may say “İ",
    ": : : :\nA: b\nC: d\nE: f",
    "said\u2028said\x00said\ud800said",
]


@pytest.mark.parametrize("text", ODD)
def test_odd_text_gives_only_statements_with_words(text: str) -> None:
    for statement in found(text):
        spans = (*statement.source, *statement.cue, *statement.content)
        assert all(text[span.start : span.end] == span.text and span.text for span in spans)


REPEATED = {
    "prose": "“We waited,” Ada Orr said on Monday. Two officials said that the ferry had sunk in the storm.\n\n",
    "one line": "“We waited,” Ada Orr said. Two officials said the ferry sank. ",
    "open marks": "“We waited for “the ferry ",
    "no stops": "the mayor said the ferry sank and officials say they know ",
    "cues": "said ",
    "transcript": "ORR: When did it sink?\n\nTAM: At noon, the mate said.\n\n",
    "capitals": "THE FERRY SANK IN THE STORM, OFFICIALS SAID ON MONDAY. ",
    "marks": "\" ' “ ",
}


@pytest.mark.parametrize("name", REPEATED)
def test_the_work_is_linear_in_the_length(name: str) -> None:
    """Eight times the text takes at most sixteen times as long: a quadratic pass would take 64 times."""
    text = REPEATED[name]
    once, eight = (_seconds(text * (size // len(text))) for size in (16_000, 128_000))
    assert eight < 16 * max(once, 0.05)


def _seconds(text: str) -> float:
    begun = time.process_time()
    found(text)
    return time.process_time() - begun


def test_what_is_said_ends_before_the_next_saying_of_its_speaker() -> None:
    lines = drawn("The chief of the harbour board said that the quay is stable and warned that the pumps are old.")
    assert [line.split(" | ")[2] for line in lines] == ["that the quay is stable", "that the pumps are old"]


@pytest.mark.parametrize(
    ("sentence", "source", "content"),
    [
        ("The warden put the number of hurt at four.", "The warden", "the number of hurt at four"),
        ("The harbor board gave the toll as 23.", "The harbor board", "the toll as 23"),
        ("Divers counted 12 dead in the lock.", "Divers", "12 dead"),
        ("The clinic set the figure at 31.", "The clinic", "the figure at 31"),
        ("By the weavers’ count, 400 people walked out.", "the weavers’", "400 people walked out"),
        ("The weavers’ estimate of 400 strikers was high.", "The weavers’", "400 strikers"),
        ("The toll was put at 31 by the harbor board.", "the harbor board", "The toll"),
    ],
)
def test_who_reckons_a_number_is_its_source(sentence: str, source: str, content: str) -> None:
    (statement,) = found(sentence)
    assert statement.source[0].text == source
    assert statement.content[0].text == content


@pytest.mark.parametrize("sentence", ["The council set the fee at 12 crowns.", "She put the kettle on at six."])
def test_what_is_fixed_is_not_reckoned(sentence: str) -> None:
    assert found(sentence) == []
