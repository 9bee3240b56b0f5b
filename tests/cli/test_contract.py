"""Every object of the JSON report against the contract: its keys, in order, and the type of each value."""

import json
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any

import pytest

from tests.cli.ferry import COPY, FIRST, lines
from tests.cli.running import EXAMPLES, run

Check = Callable[[Any], bool]

OPERATIONS = "reprint abridgement revision citation rewrite".split()
REASONS = "caption notice navigation advertisement related form dateline other".split()
ROLES = "killed hurt missing held deployed money share population other".split()
CHANGES = (
    "quotation quotation_made figure name date attribution_changed attribution_lost hedge_lost denial_absent "
    "meaning omitted added"
).split()


def _one_of(*values: object) -> Check:
    return lambda found: found in values


def _word(found: object) -> bool:
    return isinstance(found, str) and bool(found)


def _number(found: object) -> bool:
    return isinstance(found, int | float) and not isinstance(found, bool)


def _share(found: Any) -> bool:
    return _number(found) and 0 <= found <= 1


def _whole(found: object) -> bool:
    return isinstance(found, int) and not isinstance(found, bool)


def _truth(found: object) -> bool:
    return isinstance(found, bool)


def _or_null(check: Check) -> Check:
    return lambda found: found is None or check(found)


def _list_of(check: Check) -> Check:
    return lambda found: isinstance(found, list) and all(map(check, found))


def _shape(shape: Mapping[str, Check]) -> Check:
    """The contract's keys come first and in its order; other keys may follow."""

    def check(found: Any) -> bool:
        assert list(found)[: len(shape)] == list(shape)
        for key, fits in shape.items():
            assert fits(found[key]), f"{key}: {found[key]!r}"
        return True

    return check


span = _shape({"article": _word, "start": _whole, "end": _whole, "text": _word})
spans = _list_of(span)
words = _list_of(_word)
interval = {"low": _whole, "high": _whole}
evidence = _list_of(_shape({"signal": _word, "detail": _word, "spans": spans}))
article = _shape(
    dict.fromkeys(("id",), _word)
    | dict.fromkeys(("outlet", "url", "published", "title", "language"), _or_null(_word))
    | {"text": _word}
    | {
        "credits": _list_of(_shape({"name": _word, "kind": _one_of("reprint", "citation", "feed"), "span": span})),
        "set_aside": _list_of(_shape({"span": span, "reason": _one_of(*REASONS)})),
    }
)
descent = _shape(
    {"copy": _word, "exemplar": _word, "operation": _one_of(*OPERATIONS)}
    | {"confidence": _share, "coverage": _share, "evidence": evidence}
)
hidden = _shape({"id": _word, "name": _or_null(_word), "copies": words, "evidence": evidence})
undecided = _shape({"articles": lambda found: words(found) and len(found) == 2, "reason": _word})
origin = _shape({"id": _word, "name": _word, "articles": words, "hidden": _or_null(_word)})
statement = _shape(
    {"id": _word, "article": _word, "kind": _one_of("direct", "indirect", "mixed")}
    | {"source": spans, "cue": spans, "content": spans}
    | {"speaker": _or_null(_word), "anonymous": _or_null(_word), "addressee": spans, "denies": _truth}
    | {"hedge": spans, "confidence": _share}
)
claim = _shape(
    {"id": _word, "text": _word, "support": spans, "denials": spans, "speakers": words, "articles": words}
    | {"origins": _shape(interval), "why": _word}
)
value = _shape(
    {"low": _or_null(_number), "high": _or_null(_number), "bound": _word, "unit": _or_null(_word), "span": span}
    | {"as_of": _or_null(_word), "speaker": _or_null(_word)}
)
figures = _shape(
    {"counted": _word, "role": _one_of(*ROLES), "values": _list_of(value)}
    | {"verdict": _one_of("agree", "compatible", "differ"), "why": _word}
)
change = _shape(
    {"kind": _one_of(*CHANGES), "severity": _one_of(1, 2, 3), "before": _or_null(span), "after": _or_null(span)}
    | {"between": lambda found: words(found) and len(found) == 2, "why": _word, "confidence": _share}
)
event = _shape({"date": _word, "precision": _one_of("day", "month", "year"), "what": _word, "spans": spans})
story = _shape(
    {"id": _word, "title": _word, "from": _or_null(_word), "to": _or_null(_word), "articles": words}
    | {"descent": _list_of(descent), "hidden": _list_of(hidden), "undecided": _list_of(undecided)}
    | {"origins": _shape(interval | {"groups": _list_of(origin)})}
    | {"statements": _list_of(statement), "claims": _list_of(claim), "figures": _list_of(figures)}
    | {"changes": _list_of(change), "timeline": _list_of(event)}
)
report = _shape(
    {"schema": _one_of("stemma.report/1"), "stemma": _word, "articles": _list_of(article)}
    | {"stories": _list_of(story), "unreadable": _list_of(_shape({"input": _word, "reason": _word}))}
)


@cache
def _report() -> Any:
    """The report on the examples and on standard input, where one line is broken."""
    given = lines({"id": "first", "text": FIRST}, {"id": "copy", "text": COPY}) + "{broken\n"
    return json.loads(run("report", EXAMPLES, "-", "--format", "json", given=given).out)


def _spans_in(found: Any) -> Iterator[Any]:
    if isinstance(found, list):
        for each in found:
            yield from _spans_in(each)
    elif isinstance(found, dict):
        if {"article", "start", "end", "text"} <= set(found):
            yield found
        for each in found.values():
            yield from _spans_in(each)


def test_every_object_of_the_report_is_as_the_contract_says() -> None:
    assert report(_report())
    assert len(_report()["unreadable"]) == 1


@pytest.mark.parametrize("key", "descent hidden statements claims figures changes timeline".split())
def test_the_examples_have_some_of_each(key: str) -> None:
    assert any(each[key] for each in _report()["stories"])


def test_every_span_quotes_its_article() -> None:
    texts = {each["id"]: each["text"] for each in _report()["articles"]}
    found = list(_spans_in(_report()))
    assert len(found) > 100
    assert all(texts[each["article"]][each["start"] : each["end"]] == each["text"] for each in found)


def test_every_name_of_an_article_is_that_of_an_article() -> None:
    known = {each["id"] for each in _report()["articles"]}
    placed = [name for each in _report()["stories"] for name in each["articles"]]
    assert sorted(placed) == sorted(known)
    for each in _report()["stories"]:
        members = set(each["articles"])
        roots = [name for group in each["origins"]["groups"] for name in group["articles"]]
        unseen = {one["id"] for one in each["hidden"]}
        assert set(roots) == members
        assert {edge["copy"] for edge in each["descent"]} <= members
        assert {edge["exemplar"] for edge in each["descent"]} <= members | unseen
        assert each["origins"]["low"] <= each["origins"]["high"]
        assert all(set(one["between"]) <= members | unseen for one in each["changes"])


def test_a_comparison_has_the_keys_of_the_contract() -> None:
    files = [EXAMPLES / "border-standard-0304.txt", EXAMPLES / "newsbrightly-40512.txt"]
    found = json.loads(run("compare", *files, "--format", "json").out)
    assert list(found)[:3] == ["kinship", "alignment", "changes"]
    assert _share(found["kinship"]["probability"])
    assert _list_of(change)(found["changes"])


def test_a_statement_a_line_is_a_statement() -> None:
    told = run("statements", EXAMPLES, "--format", "jsonl").out.splitlines()
    assert all(statement(json.loads(line)) for line in told)
