"""Alterations made to order are found, and rewriting alone gives none."""

import pytest

from tests.changes.builder import compared
from tests.changes.made import STORIES, Edit, Story

# Measured: 94 of 99 (the rest are sources without a name, and a lead without its source).
_FOUND = 0.9
_EDITS = [(story, edit) for story in STORIES for edit in story.edits]


@pytest.mark.parametrize("story", STORIES, ids=[story.name for story in STORIES])
def test_a_rewrite_that_alters_nothing_gives_no_change(story: Story) -> None:
    assert compared(story.report, story.rewrite) == ()


def test_alterations_are_found_by_kind_and_nothing_else_is() -> None:
    found = [_kinds(story, edit) for story, edit in _EDITS]
    right = sum(bool(kinds & set(edit.kinds)) for kinds, (_, edit) in zip(found, _EDITS, strict=True))
    stray = [kinds - set(edit.kinds) for kinds, (_, edit) in zip(found, _EDITS, strict=True)]
    assert right >= _FOUND * len(_EDITS)
    assert not any(stray)


def _kinds(story: Story, edit: Edit) -> set[str]:
    assert edit.old in story.rewrite
    altered = story.rewrite.replace(edit.old, edit.new, 1)
    return {change.kind for change in compared(story.report, altered)}


@pytest.mark.parametrize("story", STORIES, ids=[story.name for story in STORIES])
def test_every_change_quotes_the_words_it_points_at(story: Story) -> None:
    altered = story.rewrite
    for edit in story.edits[::3]:
        altered = altered.replace(edit.old, edit.new, 1)
    for change in compared(story.report, altered):
        for span, text in ((change.before, story.report), (change.after, altered)):
            assert span is None or span.text == text[span.start : span.end]
        assert change.why
        assert change.severity in {1, 2, 3}
        assert 0 < change.confidence <= 1
