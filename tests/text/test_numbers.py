import pytest

from stemma.text.numbers import numbers


@pytest.mark.parametrize(
    ("text", "low", "high", "bound"),
    [
        ("1,400", 1400, 1400, "exact"),
        ("1 400", 1400, 1400, "exact"),
        ("2.3 million", 2_300_000, 2_300_000, "exact"),
        ("5.1bn", 5_100_000_000, 5_100_000_000, "exact"),
        ("300k", 300_000, 300_000, "exact"),
        ("thirty-four", 34, 34, "exact"),
        ("one hundred and twenty-five", 125, 125, "exact"),
        ("two and a half million", 2_500_000, 2_500_000, "exact"),
        ("two dozen", 24, 24, "about"),
        ("a hundred", 100, 100, "about"),
        ("half a million", 500_000, 500_000, "about"),
        ("10-15", 10, 15, "range"),
        ("10 to 15", 10, 15, "range"),
        ("2 to 3 million", 2_000_000, 3_000_000, "range"),
        ("dozens", 24, 199, "dozens"),
        ("hundreds of thousands", 200_000, 1_999_000, "thousands"),
    ],
)
def test_a_number_is_read_whole(text: str, low: float, high: float, bound: str) -> None:
    (number,) = numbers(f"They had {text} left")
    assert (number.low, number.high, number.bound) == (low, high, bound)


@pytest.mark.parametrize("text", ["the 3rd", "the 1990s", "1.2.3", "9" * 50, "the third man", "the second half"])
def test_what_is_no_number(text: str) -> None:
    assert numbers(text) == []


def test_from_and_to_are_two_numbers() -> None:
    assert [number.value for number in numbers("rose from 20 to 34")] == [20, 34]
