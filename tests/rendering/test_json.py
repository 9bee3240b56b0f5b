import json

import msgspec
import pytest

from stemma.errors import ContractError
from stemma.rendering import Report, comparison_json, lineage_graphml, lineage_json, statements_jsonl, stories_jsonl
from stemma.rendering.encode import encoded

from .articles import ARTICLES
from .fixture import COMPARISON, FINDINGS, REPORT

STORY = "id title from to articles descent hidden undecided origins statements claims figures changes timeline"
STATEMENT = "id article kind source cue content speaker anonymous addressee denies hedge confidence"


def test_the_keys_are_those_of_the_contract_in_its_order() -> None:
    plain = json.loads(REPORT.to_json())
    story = plain["stories"][0]
    assert list(plain) == "schema stemma articles stories unreadable".split()
    assert plain["schema"] == "stemma.report/1"
    assert list(plain["articles"][0])[:9] == "id outlet url published title language text credits set_aside".split()
    assert list(story)[:14] == STORY.split()
    assert list(story["statements"][0])[:12] == STATEMENT.split()
    assert list(story["descent"][0]) == "copy exemplar operation confidence coverage evidence".split()
    assert list(story["hidden"][0]) == "id name copies evidence".split()
    assert list(story["undecided"][0]) == "articles reason".split()
    assert list(story["origins"])[:3] == "low high groups".split()
    assert list(story["origins"]["groups"][0]) == "id name articles hidden".split()
    assert list(story["claims"][0])[:8] == "id text support denials speakers articles origins why".split()
    assert list(story["figures"][0]) == "counted role values verdict why".split()
    assert list(story["figures"][0]["values"][0]) == "low high bound unit span as_of speaker".split()
    assert list(story["changes"][0]) == "kind severity before after between why confidence label".split()
    assert list(story["timeline"][0]) == "date precision what spans".split()
    assert plain["unreadable"] == [{"input": "scan.txt", "reason": "no text in it"}]


def test_every_span_quotes_its_article() -> None:
    plain = json.loads(REPORT.to_json())
    texts = {article["id"]: article["text"] for article in plain["articles"]}
    spans = list(_spans(plain))
    assert len(spans) > 60
    assert all(texts[span["article"]][span["start"] : span["end"]] == span["text"] for span in spans)


def _spans(plain: object) -> list[dict[str, object]]:
    if isinstance(plain, list):
        return [span for part in plain for span in _spans(part)]
    if not isinstance(plain, dict):
        return []
    return [plain] if set(plain) == {"article", "start", "end", "text"} else _spans(list(plain.values()))


def test_a_report_survives_the_way_to_json_and_back() -> None:
    text = REPORT.to_json()
    assert Report.from_json(text) == REPORT
    assert Report.from_json(text).to_json() == text


def test_a_lone_surrogate_is_escaped_and_comes_back() -> None:
    broken = msgspec.structs.replace(ARTICLES[0], text=ARTICLES[0].text + "\ud83d é")
    report = Report(articles=(broken,), stories=(), version="0")
    text = report.to_json()
    assert "\\ud83d é" in text
    assert text.encode("utf-8")
    assert Report.from_json(text) == report
    assert report.to_html().encode("utf-8")


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"schema": "stemma.report/1"}', '{"schema": "stemma.report/2"}'])
def test_other_json_is_refused(text: str) -> None:
    with pytest.raises(ContractError):
        Report.from_json(text)


def test_the_lineage_is_the_story_without_its_claims() -> None:
    lineage = json.loads(lineage_json(FINDINGS, ARTICLES))
    story = json.loads(REPORT.to_json())["stories"][0]
    witnesses = lineage.pop("witnesses")
    del story["claims"]
    assert lineage == story
    assert [witness["siglum"] for witness in witnesses] == ["A", "B", "C", "D", "E"]


def test_the_comparison_has_kinship_alignment_and_changes() -> None:
    plain = json.loads(comparison_json(COMPARISON))
    assert list(plain)[:3] == ["kinship", "alignment", "changes"]
    assert len(plain["alignment"]) == len(COMPARISON.alignment.pairs)


def test_graphml_draws_an_edge_from_exemplar_to_copy() -> None:
    drawn = lineage_graphml(FINDINGS, ARTICLES)
    assert '<edge source="hidden:1" target="harbour-gazette-17">' in drawn
    assert '<edge source="northlight-2" target="vane-post-9" directed="false">' in drawn
    assert drawn.count('<data key="hidden">true</data>') == 1


def test_lines_hold_one_object_each() -> None:
    memberships = [json.loads(line) for line in stories_jsonl([FINDINGS.story]).splitlines()]
    assert memberships[0] == {"article": "coast-daily-5", "story": "story:5f0c"}
    assert len(memberships) == 5
    told = [json.loads(line) for line in statements_jsonl(FINDINGS.statements).splitlines()]
    assert [statement["denies"] for statement in told] == [False, True, False]


@pytest.mark.parametrize("last", ["é\u2028\x7f<\n", "\ud800", 2**70])
def test_both_writers_of_json_write_the_same(last: object) -> None:
    content = {"a": [1, 2.5, None, True, [], {}], "b": {"c": (1, 0.1)}, "last": last}
    expected = json.dumps(content, ensure_ascii=False, indent=2).replace("\ud800", "\\ud800")
    assert encoded(content) == expected + "\n"
