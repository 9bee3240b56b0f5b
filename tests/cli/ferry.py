"""Small invented reports of one event, quick to read."""

import json
from pathlib import Path

__all__ = ["COPY", "FIRST", "OTHER", "folder", "lines"]

FIRST = (
    "The ferry Lantern ran aground off Osterhaven early on Tuesday with 214 people on board, the Vellmark coast bureau "
    "said.\n\n“We saw smoke above the engine house,” said Maren Tolvik, the harbour master. She denied that the vessel "
    "had been overloaded.\n\nAt least 12 passengers were taken to hospital. The pumps stopped after an hour, according "
    "to Jorn Ask, a deckhand who had sailed with the Lantern since spring."
)
COPY = (
    "The ferry Lantern ran aground off Osterhaven early on Tuesday with 241 people on board, the Vellmark coast bureau "
    "said, the Skerry Herald reported.\n\n“We saw smoke above the engine house,” said Maren Tolvik, the harbour master."
    "\n\nThe pumps stopped after an hour, according to Jorn Ask, a deckhand who had sailed with the Lantern since "
    "spring."
)
OTHER = (
    "Farmers in the Pellish hills have begun the apple harvest two weeks early. “It is the warm May,” said Odda "
    "Brandt, who keeps 40 hectares of orchard above Kell."
)


def folder(place: Path) -> Path:
    """A folder of three reports in text files."""
    named = {"skerry-herald": FIRST, "northern-post": COPY, "kell-weekly": OTHER}
    for number, (name, text) in enumerate(named.items(), 6):
        (place / f"{name}.txt").write_text(f" date 2031-05-{number:02} {text}", encoding="utf-8")
    return place


def lines(*records: object) -> str:
    """The records as JSON lines."""
    return "".join(json.dumps(record) + "\n" for record in records)
