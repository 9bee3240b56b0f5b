"""What an input does not tell of its articles is told on standard error, in few words."""

from tests.cli.ferry import FIRST, OTHER, lines
from tests.cli.running import run


def test_records_without_outlet_or_date_are_named_and_counted() -> None:
    given = lines(*({"id": f"r{number}", "text": f"{number}. {FIRST}"} for number in range(1, 9)))
    err = run("stories", "-", given=given).err
    assert "Outlet not known: r1, r2, r3, r4, r5 and 3 more (" in err
    assert "Date not known: r1, r2, r3, r4, r5 and 3 more (" in err


def test_dates_that_are_none_or_one_of_two_are_told_as_given() -> None:
    given = lines(
        {"id": "a", "outlet": "Skerry Herald", "published": "03/04/2031", "text": FIRST},
        {"id": "b", "outlet": "Kell Weekly", "published": "last Tuesday", "text": OTHER},
    )
    err = run("report", "-", given=given).err
    assert err == (
        "Date of two readings: a (“03/04/2031”) (day or month first? write it as 2031-12-31).\n"
        "Date not understood: b (“last Tuesday”) (write it as 2031-12-31).\n"
    )


def test_a_date_of_two_readings_is_read_by_the_others_of_its_file() -> None:
    given = lines(
        {"id": "a", "outlet": "Skerry Herald", "published": "03/04/2031", "text": FIRST},
        {"id": "b", "outlet": "Kell Weekly", "published": "14/04/2031", "text": OTHER},
    )
    done = run("report", "-", "--format", "json", given=given)
    assert (done.err, '"published": "2031-04-03"' in done.out) == ("", True)
