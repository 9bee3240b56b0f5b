"""What a reader of a stream of stories may choose."""

from dataclasses import dataclass

__all__ = ["Settings"]


@dataclass(frozen=True, slots=True)
class Settings:
    """`window`: a story that nothing has joined for so many days is closed, once the window holds `least` articles.

    With fewer nothing need be forgotten, and dates are often wrong. Above `most` articles the stories that were joined
    longest ago are closed whatever their dates, so that undated articles cannot fill the memory.
    """

    window: int = 30  # twice as long as all but 1 in 100 pairs of one event are apart in the larger corpus
    least: int = 30_000  # some 100 MB
    most: int = 200_000  # some 600 MB

    def __post_init__(self) -> None:
        if self.window < 1 or not 0 <= self.least <= self.most:
            raise ValueError("window takes a number of days from 1 on, least a number of articles up to most")
