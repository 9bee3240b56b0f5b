"""What a story is called: by the headline of who reported it."""

from stemma.records import Article, Descent, Evidence, Lineage, Operation, Origins, Story
from stemma.stories.titles import entitled

_STORY = Story(id="s", title="Town put off ship", first=None, last=None, articles=("a", "b"), joinings=())


def _made(operation: Operation) -> Lineage:
    made = Descent(
        copy="b",
        exemplar="a",
        operation=operation,
        confidence=0.9,
        coverage=1.0,
        evidence=(Evidence("credit", "b credits a"),),
    )
    return Lineage((made,), (), (), Origins(1, 1, (), ""))


def test_a_story_is_called_by_the_exemplar_and_not_by_a_copy() -> None:
    wire = Article(id="a", text="x", title="Arden delays launch")
    copy = Article(id="b", text="y", title="Town put off ship")
    assert entitled(_STORY, [wire, copy], _made("rewrite")).title == "Arden delays launch"
    assert entitled(_STORY, [wire, copy], _made("reprint")).title == "Arden delays launch"
    assert entitled(_STORY, [Article(id="a", text="x"), copy], _made("rewrite")).title == _STORY.title
