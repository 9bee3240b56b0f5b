import msgspec

from stemma.records import Article, Descent, Evidence, Findings, Lineage, Origins, Story
from stemma.rendering import Report, comparison_text, lineage_text, statements_text, stories_text
from stemma.rendering.cast import cast_of
from stemma.rendering.wording import legible

from .articles import ARTICLES
from .fixture import COMPARISON, FINDINGS, REPORT

GOLDEN = """\
Ministry advises ferry line to wait
2031-05-03 to 2031-05-04
5 articles, 2 independent origins
Three articles go back to one report in The Merrow Times; the two on the pilots
share no words with it.

WHO COPIED WHOM
  [The Merrow Times] (hidden)
  ├── A Coast Daily      citation     50%
  ├── B Harbour Gazette  reprint     100%
  └── D quickbrief-88    rewrite      75%
  C Northlight
  E Vane Post
  C ··· E   kin; whether one was made from the other is not known. Each keeps a
            detail that the other lacks.
  %: the share of the copy's passages that its exemplar accounts for.

CLAIMS (2)
  The transport ministry has advised Marrin Lines to delay reopening the strait
  crossing
    3 articles, 1 independent origin. All three go back to one report in The
    Merrow Times.
    Said by: three ministry officials (A, B)
    A 0–53        “Marrin Lines was advised to put off its first sailing”
    B 39–102      “has advised Marrin Lines to delay reopening the strait
                  crossing”
    D 26–90       meaning changed: “told Marrin Lines to cancel the reopening of
                  the strait crossing”
    A 181–229     denied: “denied that the ministry had asked for any delay”
    B 282–330     denied: “denied that the ministry had asked for any delay”
  Pilots at Tarrow will walk out on Friday
    2 articles, 1 independent origin. The two articles are kin, so they count
    once.
    Said by: two people with knowledge of the talks
    C 64–104      “Pilots at Tarrow will walk out on Friday”
    E 0–40        “Pilots at Tarrow will walk out on Friday”

FIGURES (3)
  people hurt: differ
    12 and 14 cannot both be the exact number.
    A 118–153     14, “14 people were treated for injuries”
    B 171–194     12, “Twelve people were hurt”
  sailings: compatible
    “More than 30” and “some 30” can both be so.
    C 254–275     more than 30, “More than 30 sailings”
    E 133–149     about 27 to 33, “Some 30 sailings”
  1 figure without disagreement: see the JSON and HTML reports.

CHANGES (12)
  3  Changes what happened or was said
    Meaning changed: B Harbour Gazette → D quickbrief-88
      A delay has become a cancellation. Confidence 90%.
      B 43–102      [-advised-] Marrin Lines to [-delay reopening-] the strait
                    crossing
      D 26–90       {+told+} Marrin Lines to {+cancel the reopening of+} the
                    strait crossing
    Quotations differ: between C Northlight and E Vane Post
      The same speaker's words differ between quotation marks. Confidence 90%.
      C 151–209     “We want the night watch back, and [-we want it in
                    writing-],”
      E 42–101      “We want the night watch back, and {+the company has
                    agreed+},”
    Words put in quotation marks: B Harbour Gazette → D quickbrief-88
      Reported words now stand in quotation marks. Confidence 90%.
      B 282–330     [-denied that the ministry had asked for any-] delay
      D 164–197     {+“There was no request for+} delay{+,”+}
    Denial absent in C Northlight
      The company's denial is not in this article. Confidence 90%.
      B 282–330     “denied that the ministry had asked for any delay”
  2  Changes who said it, how sure it is, or how many
    Attributed in one only: between C Northlight and E Vane Post
      Who said so is gone. Confidence 90%.
      C 64–150      Pilots at Tarrow will walk out on Friday[-, two people with
                    knowledge of the talks said-].
      E 0–41        Pilots at Tarrow will walk out on Friday.
    Hedged in one only: between C Northlight and E Vane Post
      A possibility is stated as a fact. Confidence 90%.
      C 276–287     [-may-] be lost
      E 150–162     {+will+} be lost
    Figure changed: B Harbour Gazette → D quickbrief-88
      “About” is gone. Confidence 90%.
      B 200–211     [-about-] 1,400
      D 128–133     1,400
    Attribution changed: B Harbour Gazette → D quickbrief-88
      A spokesman has become the company. Confidence 90%.
      B 253–281     [-A spokesman for Marrin Lines-]
      D 198–220     {+the ferry company said+}
  1  Changes a detail
    Date changed: B Harbour Gazette → A Coast Daily
      The day differs. Confidence 90%.
      B 159–169     on [-Tuesday-]
      A 286–298     on {+Wednesday+}
    Name changed: B Harbour Gazette → D quickbrief-88
      The name is spelt differently. Confidence 90%.
      B 393–407     [-Ines Hallorand-]
      D 263–276     {+Inez Halloran+}
    Left out: B Harbour Gazette → D quickbrief-88
      The injured are left out. Confidence 90%.
      B 171–194     “Twelve people were hurt”
    Added: B Harbour Gazette → A Coast Daily
      New in this article. Confidence 90%.
      A 251–299     “Bad weather kept the pilots ashore on Wednesday.”

TIMELINE (2)
  2031-04-29  The Orla struck a pier (B 136–169, D 92–122)
  2031-05-09  Pilots walk out (C 81–104)

WHY THIS TREE
  A Coast Daily ← [The Merrow Times]: citation, confidence 97%
    - It names The Merrow Times as its source.
      A 55–80       “The Merrow Times reported”
  B Harbour Gazette ← [The Merrow Times]: reprint, confidence 99%
    - A closing notice names The Merrow Times.
      B 565–604     “originally appeared in The Merrow Times”
  D quickbrief-88 ← [The Merrow Times]: rewrite, confidence 81%
    - Both have the night on the quay in the same sentence as the pier.
      D 128–162     “1,400 travellers slept on the quay”
      B 200–250     “about 1,400 passengers spent the night on the quay”

ALSO FOUND
  3 statements found (1 named speaker, 2 of unnamed sources): see the JSON and
  HTML reports.
  Set aside, not counted as the story's text:
  B  1 caption, 1 notice
  D  1 related links

UNREADABLE INPUTS (1)
  scan.txt: no text in it
"""


def test_the_report_in_eighty_columns() -> None:
    assert REPORT.to_text() == GOLDEN


def test_no_line_is_wider_than_the_terminal() -> None:
    for width in (40, 60, 80, 120):
        assert max(map(len, REPORT.to_text(width=width).splitlines())) <= width


def test_colour_adds_nothing_but_colour() -> None:
    colored = REPORT.to_text(color=True)
    assert "\x1b[1;31m[-may-]" in colored
    assert "\x1b" not in REPORT.to_text()


def test_what_does_not_fit_is_counted() -> None:
    many = msgspec.structs.replace(FINDINGS, claims=FINDINGS.claims * 10, changes=FINDINGS.changes * 2)
    text = Report(articles=ARTICLES, stories=(many,), version="0").to_text()
    assert "… 14 more claims in the JSON and HTML reports." in text
    assert "… 10 more changes in the JSON and HTML reports." in text


def test_an_article_with_two_exemplars_hangs_under_the_one_that_accounts_for_most() -> None:
    because = (Evidence("rare wording", "They share it."),)
    edges = (("c", "a", 0.3), ("c", "b", 0.6), ("d", "c", 0.9))
    lineage = Lineage(
        tuple(
            Descent(copy=copy, exemplar=exemplar, operation="rewrite", confidence=0.9, coverage=share, evidence=because)
            for copy, exemplar, share in edges
        ),
        (),
        (),
        Origins(2, 2, ()),
    )
    assert _tree(lineage) == [
        "  A a",
        "  B b",
        "  └── C c      rewrite      60%",
        "      └── D d  rewrite      90%",
        "  C c also draws on A a: rewrite      30%",
    ]


def _tree(lineage: Lineage) -> list[str]:
    """The lines of the tree of articles a to d."""
    articles = tuple(Article(id=name, text=name) for name in "abcd")
    empty: dict[str, tuple[()]] = dict.fromkeys(
        ("alignments", "statements", "claims", "figures", "changes", "timeline"), ()
    )
    story = Story(id="story", title="T", articles=tuple("abcd"))
    found = Findings(story=story, lineage=lineage, sigla={name: name.upper() for name in "abcd"}, **empty)
    lines = lineage_text(found, articles).splitlines()
    return lines[3 : lines.index("  %: the share of the copy's passages that its exemplar accounts for.")]


def test_a_strangers_words_cannot_steer_the_terminal() -> None:
    assert legible("a\x1b[31m\u202eb\r\n\tc\u200dd \ud800") == "a[31mb c\u200dd \ufffd"


def test_sigla_stand_for_ids_but_never_for_words() -> None:
    cast = cast_of(FINDINGS, ARTICLES)
    assert (
        cast.told("vane-post-9 lacks what northlight-2 has, not northlight-21")
        == "E (Vane Post) lacks what C (Northlight) has, not northlight-21"
    )
    named = msgspec.structs.replace(FINDINGS, sigla={"report": "A"})
    assert cast_of(named, ARTICLES).told("one report") == "one report"


def test_short_ids_and_words_are_ids_where_a_sentence_of_ours_names_an_article() -> None:
    sigla = {"db": "A", "cd": "B", "wire": "C", "one": "D"}
    cast = cast_of(msgspec.structs.replace(FINDINGS, sigla=sigla), ())
    assert cast.told("db was made from one of its kin, but whether from cd is not known") == (
        "A was made from one of its kin, but whether from B is not known"
    )
    assert cast.told("cd tells what wire cites it for") == "B tells what C cites it for"
    assert cast.told("one and db agree in 1 particular that wire has nowhere") == (
        "D and A agree in 1 particular that C has nowhere"
    )
    assert cast.told("“from cd” stands in one wire only") == "“from cd” stands in one wire only"


def test_an_article_is_named_once_in_a_sentence_and_not_where_its_name_stands_above() -> None:
    cast = cast_of(FINDINGS, ARTICLES)
    told = "vane-post-9 is later than northlight-2; vane-post-9 has more"
    assert cast.told(told) == "E (Vane Post) is later than C (Northlight); E has more"
    assert cast.told(told, ("vane-post-9", "northlight-2")) == "E is later than C; E has more"
    assert cast.told("Northlight (northlight-2) is an origin") == "Northlight (C) is an origin"


def test_two_stories_each_have_their_head() -> None:
    text = Report(articles=ARTICLES, stories=(FINDINGS, FINDINGS), version="0").to_text()
    assert text.startswith("5 articles, 2 stories\n\nMinistry advises")
    assert text.count("5 articles, 2 independent origins") == 2


def test_a_comparison_says_how_sure_it_is() -> None:
    text = comparison_text(COMPARISON, ARTICLES)
    assert text.startswith("A Harbour Gazette and B quickbrief-88\nOne written text behind both: 94% probable\n")
    assert "[-about-] 1,400" in text


def test_statements_stand_under_their_article() -> None:
    assert statements_text(FINDINGS.statements[2:]) == (
        "northlight-2\n"
        "  Per Oslund (in direct speech)\n"
        "    151–209       “We want the night watch back, and we want it in writing,”\n"
    )


def test_stories_list_their_articles() -> None:
    assert "  harbour-gazette-17  Harbour Gazette\n" in stories_text((FINDINGS.story,), ARTICLES)
