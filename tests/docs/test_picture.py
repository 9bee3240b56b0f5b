"""The picture in the documentation is the one that the program draws."""

from tests.docs.picture import PICTURE, drawn


def test_the_picture_is_current() -> None:
    assert PICTURE.read_text(encoding="utf-8") == drawn(), "run: python -m tests.docs.picture"
