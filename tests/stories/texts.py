"""Invented reports for the tests of grouping: a dam, a harbour strike, and what is near them in topic."""

from stemma.records import Article

__all__ = ["DAM", "NEAR", "STRIKE", "report"]


def report(name: str, title: str | None, text: str, published: str | None, outlet: str | None = None) -> Article:
    """An article as it is read in."""
    return Article(id=name, title=title, text=text, published=published, outlet=outlet or name.title(), language="en")


DAM = [
    report(
        "d1",
        "Sluice fails at Orlo Dam, 3,000 leave Karsen",
        (
            "A sluice gate failed at the Orlo Dam before dawn on Tuesday, and 3,000 people were told to leave "
            "the town of "
            "Karsen below it.\n\nEngineer Petra Vold said the spillway had been blocked by driftwood since "
            "the weekend. "
            '"We had an hour," she said. Water stood a metre deep in Mill Street by noon.'
        ),
        "2031-05-06T09:00:00Z",
    ),
    report(
        "d2",
        "Thousands evacuated as Orlo Dam gate gives way",
        (
            "Some 3,000 residents of Karsen were evacuated on Tuesday after a gate of the Orlo Dam gave "
            "way.\n\nThe spillway "
            "was choked with driftwood, according to Petra Vold, the engineer in charge. Mill Street was under water."
        ),
        "2031-05-06",
    ),
    report(
        "d3",
        "Karsen flooded",
        (
            "KARSEN - Families spent the night in the Karsen school gymnasium after the sluice at Orlo Dam "
            "broke. Driftwood "
            "had jammed the spillway, officials of the water board said. Nobody was reported missing."
        ),
        "2031-05-07",
    ),
    report(
        "d4",
        None,
        (
            "The governor of Tellmark flew to Karsen on Wednesday to see the damage done by the broken sluice "
            "of the Orlo "
            "Dam. He promised money for the 3,000 people who had to leave and an inquiry into why driftwood "
            "was left in the "
            "spillway."
        ),
        "2031-05-07T18:30:00Z",
    ),
    report(
        "d5",
        "Orlo Dam: engineer warned of driftwood in March",
        (
            "The engineer of the Orlo Dam, Petra Vold, warned in March that driftwood could block the "
            "spillway, according to "
            "a letter. The sluice failed on Tuesday and flooded Karsen."
        ),
        None,
    ),
    report(
        "d6",
        "Water recedes in Karsen after dam failure",
        (
            "Residents of Karsen began to return on Thursday as water receded from Mill Street, two days "
            "after a sluice of "
            "the Orlo Dam failed. The water board is clearing driftwood from the spillway."
        ),
        "2031-05-08",
    ),
    report(
        "d7",
        None,
        (
            "Three thousand people fled Karsen when a sluice at the Orlo Dam collapsed. Petra Vold, an "
            "engineer, blamed "
            "driftwood that had clogged the spillway."
        ),
        None,
    ),
    report(
        "d8",
        "Tellmark orders inquiry into Orlo Dam",
        (
            "Tellmark ordered an inquiry on Wednesday into the failure of the Orlo Dam sluice, which flooded "
            "Karsen and drove "
            "3,000 from home. The water board had left driftwood in the spillway for days."
        ),
        "2031-05-07",
    ),
]

STRIKE = [
    report(
        "s1",
        "Dockers walk out at Brenn harbour",
        (
            "Dockers at Brenn harbour walked out on Monday over night shifts, leaving eleven container ships "
            "at anchor. Their "
            "union, led by Ilse Marrow, wants a fourth crane crew. The harbour company, Northquay, called the strike "
            "unlawful."
        ),
        "2031-05-05",
    ),
    report(
        "s2",
        "Strike leaves eleven ships waiting off Brenn",
        (
            "Eleven container ships lay at anchor off Brenn on Monday as dockers struck over night shifts. "
            "Northquay, which "
            "runs the harbour, said the walkout was unlawful. Ilse Marrow of the union said crane crews were exhausted."
        ),
        "2031-05-05T17:00:00Z",
    ),
    report(
        "s3",
        "Northquay takes Brenn dockers to court",
        (
            "Northquay asked a court on Tuesday to end the dockers' strike at Brenn harbour. Eleven container "
            "ships were still "
            "at anchor. The union of Ilse Marrow said its crane crews would not work night shifts."
        ),
        "2031-05-06",
    ),
    report(
        "s4",
        None,
        (
            "The strike of the Brenn dockers went into a third day. Ilse Marrow, their leader, met Northquay "
            "managers about "
            "night shifts and a fourth crane crew, without result."
        ),
        "2031-05-07",
    ),
    report(
        "s5",
        "Brenn strike ends",
        (
            "Dockers at Brenn harbour will return to their cranes after Northquay agreed to a fourth crew for "
            "night shifts, "
            "Ilse Marrow said."
        ),
        None,
    ),
]

# Two are near in topic (another dam, another strike), two are near nothing.
NEAR = [
    report(
        "n1",
        "Upper Fenn reservoir to be drained for repair",
        (
            "The reservoir of Upper Fenn will be drained in the summer so that its dam can be repaired, the "
            "county said. "
            "Anglers have asked for the trout to be moved first. The concrete dates from 1938."
        ),
        "2031-05-06",
    ),
    report(
        "n2",
        "Bus drivers in Callow vote to strike",
        (
            "Bus drivers in Callow voted by a large majority to strike next month over pay, their union said "
            "on Tuesday. The "
            "city said that school routes would be kept running."
        ),
        "2031-05-06",
    ),
    report(
        "n3",
        "Old organ sounds again in Saint Hild's",
        (
            "The organ of Saint Hild's was heard for the first time in forty years on Sunday. Its builder, "
            "Joss Aldery, "
            "carved 212 of the pipes himself from cherry wood."
        ),
        "2031-05-05",
    ),
    report(
        "n4",
        "Central bank keeps its rate",
        (
            "The central bank left its rate unchanged at 2.25 percent and expects inflation to slow by "
            "autumn, its president "
            "said after a meeting of the board."
        ),
        "2031-05-07",
    ),
]
