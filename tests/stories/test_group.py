"""Articles that report one event become one story, and no others do."""

import random
import time

import pytest

from stemma.records import Article, SetAside, Story
from stemma.stories import group
from tests.stories.texts import DAM, NEAR, STRIKE, report


def members(stories: tuple[Story, ...]) -> list[tuple[str, ...]]:
    return sorted(story.articles for story in stories)


def test_seventeen_articles_are_two_stories_and_four_others() -> None:
    found = members(group([*DAM, *STRIKE, *NEAR]))
    assert found == [
        ("d1", "d2", "d3", "d4", "d5", "d6", "d7", "d8"),
        ("n1",),
        ("n2",),
        ("n3",),
        ("n4",),
        ("s1", "s2", "s3", "s4", "s5"),
    ]


def test_any_order_gives_the_same_stories() -> None:
    articles = [*DAM, *STRIKE, *NEAR]
    expected = group(articles)
    for seed in range(3):
        shuffled = list(articles)
        random.Random(seed).shuffle(shuffled)
        assert group(shuffled) == expected


def test_a_story_alone_is_grouped_as_it_is_among_others() -> None:
    assert members(group(DAM)) == [tuple(f"d{number}" for number in range(1, 9))]


def test_two_reports_of_one_event_are_enough() -> None:
    assert len(group(DAM[:2])) == 1
    assert len(group([DAM[0], NEAR[0]])) == 2


def test_stories_come_by_first_date_and_know_their_first_and_last() -> None:
    stories = group([*DAM, *STRIKE])
    assert [(story.first, story.last) for story in stories] == [
        ("2031-05-05", "2031-05-07"),
        ("2031-05-06", "2031-05-08"),
    ]


def test_a_story_of_undated_articles_comes_last_without_dates() -> None:
    undated = [report("u1", None, DAM[6].text, None), NEAR[2]]
    assert [(story.first, story.articles) for story in group(undated)] == [("2031-05-05", ("n3",)), (None, ("u1",))]


def test_joinings_name_the_closest_member_and_what_is_shared() -> None:
    story = group(DAM)[0]
    assert [joining.article for joining in story.joinings] == list(story.articles)
    assert all(joining.closest in story.articles and joining.closest != joining.article for joining in story.joinings)
    assert all(0 <= joining.similarity <= 1 for joining in story.joinings)
    why = {joining.article: joining.why for joining in story.joinings}
    assert "driftwood" in why["d2"]
    assert "Orlo Dam" in why["d2"]
    assert why["d7"].endswith("the days between are not known")


def test_an_article_alone_is_a_story_without_joinings() -> None:
    (story,) = group([NEAR[2]])
    assert (story.title, story.first, story.joinings) == ("Old organ sounds again in Saint Hild's", "2031-05-05", ())


def test_no_articles_are_no_stories() -> None:
    assert group([]) == ()
    assert group([], one_story=True) == ()


def test_one_story_takes_all_as_one() -> None:
    (story,) = group([*STRIKE[:2], NEAR[2]], one_story=True)
    assert story.articles == ("n3", "s1", "s2")
    assert len(story.joinings) == 3


def test_ids_are_of_the_articles_alone() -> None:
    (alone,) = group(DAM)
    assert alone.id in {story.id for story in group([*DAM, *NEAR])}
    assert alone.id.startswith("story:")


def test_a_title_is_cut_at_a_word_and_made_from_the_first_sentence_if_there_is_none() -> None:
    long = "The harbour of Brenn " + "and the quays beside it " * 6
    assert group([report("t", long, "Nothing.", None)])[0].title.endswith("…")
    assert len(group([report("t", long, "Nothing.", None)])[0].title) <= 100
    assert len(group([report("t", "x" * 300, "Nothing.", None)])[0].title) == 100
    assert group([DAM[6]])[0].title == "Three thousand people fled Karsen when a sluice at the Orlo Dam collapsed."
    assert group([report("t", None, " \n ", None)])[0].title == "t"


FOOTER = (
    "\n\nThe Pellam Echo has served the Vale of Pellam since 1871. Subscribe to the Pellam Echo bulletin for "
    "tide tables, "
    "allotment notices, bell-ringing results and the diary of our beekeeping correspondent, Hester Quill."
)


@pytest.mark.parametrize("outlet", ["Pellam Echo", None])
def test_the_same_footer_under_two_articles_joins_nothing(outlet: str | None) -> None:
    pair = [
        Article(id=one.id, title=one.title, text=one.text + FOOTER, published="2031-05-06", outlet=outlet)
        for one in (NEAR[1], NEAR[2])
    ]
    assert len(group(pair)) == 2


def test_set_aside_words_do_not_count() -> None:
    footed = []
    for one in (NEAR[0], NEAR[2]):
        text = one.text + FOOTER
        aside = Article(id=one.id, text=text).span(len(one.text) + 2, len(text))
        footed.append(Article(id=one.id, title=one.title, text=text, set_aside=(SetAside(aside, "notice"),)))
    assert len(group(footed)) == 2


def test_the_outlet_s_name_joins_nothing() -> None:
    pair = [
        Article(
            id=one.id,
            title=f"{one.title} - Varnholt Tribune",
            outlet="www.varnholt-tribune.com",
            published="2031-05-06",
            text=f"Varnholt Tribune\n\n{one.text}\n\nRead more in the Varnholt Tribune.",
        )
        for one in (NEAR[0], NEAR[3])
    ]
    assert len(group(pair)) == 2


def test_identical_texts_are_one_story() -> None:
    twins = [report(name, "Old organ sounds again", NEAR[2].text, None, name) for name in ("a", "b")]
    (story,) = group(twins)
    assert story.joinings[0].similarity > 0.9


@pytest.mark.parametrize("text", ["", "Page not found", "Brenn ferry late", "12", "…"])
def test_very_short_texts_are_grouped_without_failing(text: str) -> None:
    stories = group([report("a", None, text, None), report("b", None, text, None), *DAM[:2]])
    assert ("d1", "d2") in members(stories)


def test_identical_texts_of_common_words_stay_apart() -> None:
    assert len(group([report("a", None, "Page not found", None), report("b", None, "Page not found", None)])) == 2


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "fr",
            "Une vanne du barrage a cédé mardi près du village et trois mille habitants ont dû partir dans la nuit.",
        ),
        ("fr-CA", "Les grutiers du port ont cessé le travail lundi, et onze navires attendent au large."),
        (None, "Ein Wehr des Stausees ist am Dienstag gebrochen, und dreitausend Menschen mussten den Ort verlassen."),
        ("ja", "火曜日の朝、ダムの水門が壊れ、三千人が避難した。"),
        ("xx", "Borro nalfi desta kuram, velshe onu tarimba dosk ema."),
    ],
)
def test_another_language_stands_apart_and_breaks_nothing(language: str | None, text: str) -> None:
    stories = group([*DAM[:3], Article(id="z", text=text, language=language, published="2031-05-06")])
    assert members(stories) == [("d1", "d2", "d3"), ("z",)]


def test_a_date_that_cannot_be_read_counts_as_unknown() -> None:
    odd = Article(id="d9", text=DAM[1].text, title=DAM[1].title, published="last Tuesday", language="en")
    assert len(group([DAM[0], odd])) == 1


def test_seventeen_articles_take_a_tenth_of_a_second() -> None:
    articles = [*DAM, *STRIKE, *NEAR]
    group(articles)  # imports and word lists are read once
    taken = []
    for _ in range(3):
        start = time.process_time()
        group(articles)
        taken.append(time.process_time() - start)
    assert min(taken) < 0.1
