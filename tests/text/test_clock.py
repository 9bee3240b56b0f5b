"""Which of two pages was later: zones are heeded, minutes are not."""

import pytest

from stemma.text.clock import before, later


@pytest.mark.parametrize(
    ("one", "other", "gap"),
    [
        ("2031-05-07", "2031-05-06", "day"),
        ("2031-05-06", "2031-05-06", None),
        ("2031-05-07T00:20", "2031-05-06T23:50", None),
        ("2031-05-06T14:00", "2031-05-06T08:00", "hour"),
        ("2031-05-06T08:40", "2031-05-06T08:00", None),
        ("2031-05-06T22:00", "2031-05-06T08:00", "day"),
        ("2031-05-06T10:00:00+05:00", "2031-05-06T08:00:00Z", None),
        ("2031-05-06 10:00:00 -0500", "2031-05-06T08:00:00Z", "hour"),
        ("2031-05-06T23:00", "2031-05-06", None),
        ("2031-05-07T01:00", "2031-05-06", "day"),
        ("yesterday", "2031-05-06", None),
        (None, "2031-05-06", None),
    ],
)
def test_later(one: str | None, other: str | None, gap: str | None) -> None:
    assert later(one, other) == gap
    assert gap is None or later(other, one) is None


def test_versions_of_one_outlet_are_put_in_order_to_the_second() -> None:
    assert before("2031-05-06T08:00:01Z", "2031-05-06T08:00:02Z")
    assert before("2031-05-06T10:00:00+05:00", "2031-05-06T08:00:00Z")
    assert before("2031-05-06", "2031-05-06T08:00") is None
    assert before("2031-05-06", "2031-05-06") is None
