"""Odd texts, all invented: each is an article, however little there is to find in it."""

from tests.cli.ferry import FIRST

__all__ = ["ODD"]

_FRENCH = (
    "Le bac Lanterne a quitté le quai d'Osterhavre mardi à l'aube avec 214 personnes à bord. « Nous avons vu de la "
    "fumée au-dessus de la salle des machines », a déclaré Maëlle Torvic, cheffe du port. Selon le bureau côtier, "
    "douze passagers ont été conduits à l'hôpital. La compagnie dément que le navire ait été surchargé.\n\n"
) * 4
_ARABIC = (
    "غادرت العبارة فانوس ميناء أوسترهافن فجر الثلاثاء وعلى متنها ٢١٤ راكبا. وقالت مارين تولفيك، مديرة الميناء: «رأينا "
    "الدخان فوق غرفة المحركات». ونفى مكتب الساحل أن تكون السفينة محملة فوق طاقتها.\n\n"
) * 4
_MARKS = (
    '„Wir sahen Rauch“, said Ask. «Smoke», said Tolvik. ``It burned,\'\' said Ask. "It was "bad", said Brandt. '
    "‚No‘, 「Yes」 said Ask. ” “ \" ' “Never closed, said Tolvik. 'Twas the 80s' ferry's 'best', Ask said.\n\n”"
)
_TABLE = "Port | Dead | Hurt\n--- | --- | ---\nOsterhaven | 12 | 40\nKell | 3 | 9\n\nTotal\t15\t49\n" * 10

ODD: dict[str, str] = {
    "one word": "Ferry",
    "one letter": "F",
    "one sign": "!",
    "French": _FRENCH,
    "Arabic": _ARABIC,
    "punctuation": "... !!! ??? -- ,,, “” () [] …\n\n***" * 20,
    "digits": "12 345 6789 0\n" * 50,
    "right to left marks": "\u202bThe ferry\u202c שלום \u200f214 people were hurt, said Maren Tolvik.\u200e\n\n" * 5,
    "odd quotation marks": _MARKS,
    "all capitals": FIRST.upper(),
    "no punctuation": "".join(c for c in FIRST if c.isalnum() or c.isspace()),
    "poem": "The lantern burned\nbeneath the pier\n\nand no one said\nthat it was near\n\n" * 5,
    "table": _TABLE,
    "500 figures": "\n".join(f"- {n} people were killed in district {n}" for n in range(1, 501)),
    "500 figures in a line": ", ".join(f"{n:,} ferries" for n in range(1000, 1500)),
    "huge numbers": f"Some {'9' * 400} people, 1{',000' * 60} ferries and $ {'1' * 30}.5 trillion trillion, Ask said.",
    "impossible dates": "On 31 February 2031 and 0 May, on 99/99/9999, on Monday, 45 October, it sank, Ask said.",
    "combining marks": "Z\u0308o\u0301e\u0327 " * 40 + "said the fe\u0301rry left.",
    "emoji": "🚢 The ferry left 👩‍👩‍👧 with 214 people 🏴‍☠️, said Maren Tolvik 🙂. " * 5,
    "only white space of other kinds": "\u00a0The\u2003ferry\u2028left\u2029on\u000cTuesday\u0085said\u000bAsk.",
    "control characters": "The ferry\x00 left\x1b[31m on\x07 Tuesday, Ask said.\x7f",
    "markup": "<script>alert(1)</script> The ferry & the <b>pier</b> said “]]>” {{ 7 * 7 }} {% raw %}, Ask said.",
    "one sentence without end": "and the ferry went on " * 2000,
    "brackets": "(" * 3000 + "“" * 3000,
}
