"""One JSON object a line: story membership, and statements."""

from collections.abc import Iterable

import msgspec

from stemma.records import Statement, Story, StoryNote
from stemma.rendering.encode import encoded_line
from stemma.rendering.objects import statement_object

__all__ = ["notes_jsonl", "statements_jsonl", "stories_jsonl"]


def stories_jsonl(stories: Iterable[Story]) -> str:
    """{"article": id, "story": id} a line, every article once, story by story."""
    members = ((member, story.id) for story in stories for member in story.articles)
    return "".join(encoded_line({"article": member, "story": story}) + "\n" for member, story in members)


def notes_jsonl(notes: Iterable[StoryNote]) -> str:
    """A note of the log of stories a line, in the order of what happened."""
    return "".join(encoded_line(msgspec.to_builtins(note)) + "\n" for note in notes)


def statements_jsonl(statements: Iterable[Statement]) -> str:
    """A statement object of the contract a line."""
    return "".join(encoded_line(statement_object(statement)) + "\n" for statement in statements)
