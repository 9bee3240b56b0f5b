"""Who speaks and who listens: passive verbs of telling and accusing, pronouns, listeners."""

from stemma.attribution.rolls import roll
from stemma.attribution.speakers import speaker
from tests.attribution.test_attribution_forms import drawn, found


def test_who_is_told_is_the_listener_and_no_source() -> None:
    (statement,) = found("Residents have been told by the police to stay away from the pier.")
    assert [span.text for span in statement.source] == ["the police"]
    assert [span.text for span in statement.addressee] == ["Residents"]
    assert [span.text for span in statement.content] == ["to stay away from the pier"]


def test_what_somebody_is_accused_of_is_no_part_of_who_accuses() -> None:
    text = "The minister, Tomas Quill, was accused by opposition members of hiding the report."
    assert drawn(text) == ["opposition members | was accused | The minister, Tomas Quill + hiding the report"]
    text = "Open Mills was accused by the police of flooding a yard, which it denied."
    assert drawn(text)[0] == "the police | was accused | Open Mills + flooding a yard"


def test_a_man_is_not_meant_by_she() -> None:
    text = """“We were never asked,” said Ms. Ilse Brandt.

The minister, Tomas Quill, was at the pier. He said that nobody had seen the report.

“It is a disgrace,” she said."""
    assert [one.speaker for one in found(text)] == ["Ilse Brandt", "Tomas Quill", "Ilse Brandt"]


def test_who_is_introduced_by_her_office_is_meant_by_she() -> None:
    text = """The mill's owner, Karst Timber, said its record was good.

Asked whether she would step down, the labour minister, Runa Okk, shook her head. “I will serve,” she replied."""
    assert found(text)[-1].speaker == "Runa Okk"


def test_nobody_is_meant_where_two_may_be() -> None:
    text = """Ada Orr runs the harbour.

The plan was drafted in May with Runa Okk. “It works,” she said."""
    assert found(text)[-1].speaker is None


def test_how_something_was_told_is_no_listener() -> None:
    statement, *_ = found("“I heard two bangs,” Nella Voss told the Dray Courier by telephone.")
    assert [span.text for span in statement.addressee] == ["the Dray Courier"]


def test_according_to_is_one_cue() -> None:
    (statement,) = found("According to two people familiar with the talks, the company wants 30 million crowns.")
    assert [span.text for span in statement.cue] == ["According to"]
    assert statement.anonymous_count == 2


def test_who_is_called_by_the_surname_first_is_not_the_relative() -> None:
    text = """Brandt stood at the window of her flat. Brandt had slept badly. “I saw the car,” Brandt said.

Her father, Otto Brandt, teaches Greek in Orlen."""
    assert [one.speaker for one in found(text)][:1] == ["Brandt"]


def test_who_would_not_say_it_has_not_said_it() -> None:
    (statement,) = found("Ilse Brandt does not say that the lists were forged.")
    assert statement.declined


def test_a_thing_is_not_meant_by_she() -> None:
    text = """Ada Orr spoke in Coral Bay on Monday. Coral Bay was flooded in May.

She said the pumps had failed."""
    assert found(text)[-1].speaker in {"Ada Orr", None}


def test_who_is_told_by_age_and_country_is_not_named() -> None:
    assert found("The 46-year-old South Norlander predicts a long winter.")[-1].speaker is None


def test_occupation_and_paper_are_no_part_of_a_name() -> None:
    assert found("Prosecutor Lena Voss said the ferry sank.")[-1].speaker == "Lena Voss"
    assert found("The Dray Echo’s Runa Okk said the ferry sank.")[-1].speaker == "Runa Okk"


def test_who_after_a_description_is_the_person_described() -> None:
    text = "The vote was lost by Ada Orr, the head of Dray Rovers, who said the count was a burglary."
    assert [one.speaker for one in found(text)] == ["Ada Orr"]


def test_he_behind_an_unnamed_source_is_that_source() -> None:
    text = (
        "The minister, Radko Brandt, spoke in Orlen. An officer, who asked not to be named, said the patrol was lost. "
        "“You could not see your hand,” he said."
    )
    (first, second) = found(text)
    assert (first.speaker, second.speaker) == (None, None)
    assert second.anonymous == first.anonymous


def test_a_further_member_of_a_list_is_not_who_the_source_is() -> None:
    text = "Envoys who met the leaders of Ostra, Norland, Vanter and Dray in May asked for a truce."
    end = text.index(" in May")
    assert speaker(roll(text), text, (0, end), None) is None
    text = "The mayor of Ostra, Ada Orr, asked for a truce."
    assert speaker(roll(text), text, (0, text.index(", asked")), None) == "Ada Orr"
