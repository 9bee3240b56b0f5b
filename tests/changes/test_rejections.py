"""Denials that an account owes nobody: it turns the claim down otherwise, does not carry it, or is the older one."""

from msgspec.structs import replace

from stemma.changes import between
from stemma.collate import collate
from stemma.records import Account, Article, Change
from tests.changes.builder import account, compared

_CLAIM = "Nadia Corr accused the harbour guild of hiding nine barrels of lamp oil in the cellar of the tower.\n\n"
_DENIAL = "Tamsin Brell, the guild's clerk, denied that the guild had hidden barrels of lamp oil in the tower.\n\n"
_REST = "The lighthouse of Calder Point was closed on Friday, and its keeper moved inland with three goats."


def _apart(before: Account, after: Account) -> list[Change]:
    found = between(before, after, collate(before.witness, after.witness), False, False)
    return [change for change in found if change.kind == "denial_absent"]


def test_another_report_that_carries_the_claim_owes_the_denial() -> None:
    other = "The harbour guild hid barrels of lamp oil in the tower, Nadia Corr told the Arden Post. She saw nine."
    assert len(_apart(account("first", _CLAIM + _DENIAL + _REST), account("second", other))) == 1


def test_one_that_carries_no_such_claim_owes_none() -> None:
    other = "The harbour guild of Calder met in the tower on Monday. Its keeper spoke of goats."
    assert not _apart(account("first", _CLAIM + _DENIAL + _REST), account("second", other))


def test_one_in_which_the_same_person_says_it_is_not_so_owes_none() -> None:
    other = (
        "The harbour guild hid barrels of lamp oil in the tower, Nadia Corr told the Arden Post. "
        "“There is not one barrel there,” Tamsin Brell said."
    )
    assert not _apart(account("first", _CLAIM + _DENIAL + _REST), account("second", other))


def test_an_older_report_cannot_lack_it() -> None:
    text = "The harbour guild hid barrels of lamp oil in the tower, Nadia Corr told the Arden Post. She saw nine."
    later = _dated("first", _CLAIM + _DENIAL + _REST, "2031-05-02T12:00:00Z")
    assert not _apart(later, _dated("second", text, "2031-05-02T08:00:00Z"))
    assert _apart(later, _dated("second", text, "2031-05-02T16:00:00Z"))


def test_a_charge_turned_down_at_large_is_denied() -> None:
    for answer in ("The guild dismissed the charge.", "The guild rejects all of it.", "Brell called the claims silly."):
        assert "denial_absent" not in [
            change.kind for change in compared(_CLAIM + _DENIAL + _REST, _CLAIM + answer + "\n\n" + _REST)
        ]


def test_who_denied_it_is_told_by_name() -> None:
    spoken = (
        "“We keep oil in the shed,” said Tamsin Brell, the clerk. She denied that the guild had sold the tower.\n\n"
    )
    found = compared(_CLAIM + spoken + _REST, _CLAIM + "“We keep oil in the shed,” said Tamsin Brell.\n\n" + _REST)
    reasons = [change.why for change in found if change.kind == "denial_absent"]
    assert reasons
    assert all("“Tamsin Brell” denied" in why for why in reasons)


def _dated(name: str, text: str, published: str) -> Account:
    made = account(name, text)
    article = Article(id=name, text=text, language="en", extracted=True, published=published)
    return Account(replace(made.witness, article=article), made.statements, made.figures)
