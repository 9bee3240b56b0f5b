"""One invented event, the sinking of a ferry, as several hands would have told it."""

__all__ = ["ABRIDGED", "CITING", "INDEPENDENT", "REVISED", "REWRITE", "SECOND_REWRITE", "SPUN", "WIRE"]

_LEAD = "The ferry Marigold sank off Arden on Monday night with 61 people on board, harbor officials said."
_CAUSE = "A gasket in the engine room had burst, and the pumps were overwhelmed within minutes."
_QUOTE = "“We sang to keep the children awake until the trawlers came,” said the purser, Ada Orrin."
_RESCUE = "Four trawlers from Selbrook lifted the survivors from their rafts before dawn."
_TOLL = "Two deckhands drowned when their raft overturned near the breakwater."
_OWNER = "The owner, Tamsin Brell, had put off a survey of the hull since January to spare the season’s takings."
_INQUIRY = "An inquiry under Judge Odo Vantry will sit in Corwell from 14 June and is expected to last nine weeks."
_HISTORY = "The Marigold had run aground twice, in 2019 and in 2024, without loss of life."
_DIVERS = "Divers have yet to reach the wreck, which lies at 38 meters on a slope of soft silt."
_CLOSE = "Flags on the quay hung at half-mast while cooks of the fish market carried soup to the crew’s families."

WIRE = "\n\n".join(
    [_LEAD, f"{_CAUSE} {_QUOTE}", f"{_RESCUE} {_TOLL}", f"{_OWNER} {_INQUIRY}", f"{_HISTORY} {_DIVERS}", _CLOSE]
)

# The wire less its last third.
ABRIDGED = "\n\n".join([_LEAD, f"{_CAUSE} {_QUOTE}", _RESCUE])

# The wire with its figure corrected and a sentence of news.
REVISED = WIRE.replace("61 people", "64 people") + "\n\nA third deckhand was still missing on Tuesday evening."

# Every sentence told anew, less what a rewriter had no room for.
REWRITE = "\n\n".join(
    [
        "Sixty-one people were aboard the ferry Marigold when it went down off Arden on Monday night, according to "
        "harbor officials.",
        "The pumps were overwhelmed in a matter of minutes after a gasket burst in the engine room. “We sang to "
        "keep the "
        "children awake until the trawlers came,” the purser, Ada Orrin, recalled.",
        "Survivors were lifted from their rafts before dawn by four trawlers from Selbrook, but two deckhands drowned "
        "near the breakwater when their raft overturned.",
        "To spare the takings of the season, the owner, Tamsin Brell, had been putting off a survey of the hull since "
        "January.",
        "Flags hung at half-mast on the quay as cooks from the fish market took soup to families of the crew.",
    ]
)

# Another telling: it keeps what the first rewrite dropped and drops what the first one kept.
SECOND_REWRITE = "\n\n".join(
    [
        "Harbor officials said the ferry Marigold, with 61 people on board, had sunk on Monday night off Arden.",
        "Within minutes of a gasket bursting in its engine room, the pumps were overwhelmed.",
        "Before dawn, trawlers had lifted the survivors from their rafts. Two deckhands had drowned near the "
        "breakwater when a raft overturned.",
        "The Marigold twice ran aground before, in 2019 and 2024, with no loss of life. Its wreck lies at 38 "
        "meters on a "
        "slope of soft silt that divers have yet to reach.",
        "An inquiry expected to last nine weeks will sit in Corwell from 14 June under Judge Odo Vantry.",
        "On the quay, flags hung at half-mast and the fish market’s cooks carried soup to the families of the crew.",
    ]
)

# A program's work: word for word synonyms, a broken sentence, a name misspelt.
SPUN = "\n\n".join(
    [
        "The ferry Marigold sank off Arden on Monday evening with 61 individuals aboard, harbor officers stated.",
        "A gasket within the engine room had burst, and the pumps have been overwhelmed inside minutes. “We sang to "
        "maintain the kids awake till the trawlers got here,” stated the purser, Ada Orrin.",
        "4 trawlers from Selbrook lifted the survivors from their rafts earlier than daybreak. and two "
        "deckhands drowned "
        "when their raft overturned close to the breakwater.",
        "The proprietor, Tamsin Brell, had postpone a survey of the hull since January to spare the season’s takings.",
        "The Marigold had run aground twice, in 2019 and in 2024, with out lack of life.",
        "Flags on the quay hung at half-mast whereas cooks of the fish market carried soup to the crew’s households.",
    ]
)

# A paper's own article that owes a part to the wire and says so.
CITING = "\n\n".join(
    [
        "Corwell’s council met through the night after the sinking of the Marigold and voted for a fund for the "
        "bereaved.",
        "The ferry sank off Arden on Monday night with 61 people on board, Solmark Wire reported. “A gasket in the "
        "engine room had burst, and the pumps were overwhelmed within minutes,” the agency said.",
        "Councillor Bettina Ames proposed a levy of three crowns a berth. “No widow should queue at our door,” "
        "she told "
        "the chamber. The mayor, Ewan Loftus, wants the money paid out by harvest.",
        "School choirs from the whole valley will sing in the cathedral on Sunday. Bakers have promised bread for a "
        "thousand.",
    ]
)

# A reporter who was there: the same event in words of her own.
INDEPENDENT = "\n\n".join(
    [
        "I reached Arden at first light, and the beach was already full of blankets.",
        "Somewhere out past the mole lay the Marigold. Fishermen pointed at nothing, at grey water, and shook their "
        "heads. They had taken nearly sixty souls out of it in the dark, they told me, and could not say how "
        "many more.",
        "Gerda Pohl, 74, had crossed every week to see a dentist. Her coat was still dripping. She wanted her "
        "shoes back.",
        "By noon a policeman had begun to write names in a school exercise book, and mothers stood behind him to read "
        "over his shoulder.",
    ]
)
