"""Writes the lexicon of word fields from WordNet 3.0.

    python -m evals.attribution_fields WORDNET

WORDNET is its folder of data (index.sense or cntlist.rev, data.verb, index.verb, data.noun, index.noun, verb.exc).
"""

import sys
from collections import Counter
from pathlib import Path

from wordfreq import zipf_frequency

TARGET = Path(__file__).parents[1] / "src/stemma/lexicon/data/word_fields.toml"
# Lexicographer files of WordNet by number (lexnames), those that attribution turns on.
VERB_FIELDS = {31: "cognition", 32: "communication", 37: "emotion", 39: "perception", 41: "social", 30: "change"}
VERB_FIELDS |= {
    29: "body",
    33: "competition",
    35: "contact",
    36: "creation",
    38: "motion",
    40: "possession",
    42: "stative",
}
NOUN_FIELDS = {9: "cognition", 10: "communication", 12: "feeling", 14: "group", 15: "location", 18: "person"}
NOUN_FIELDS |= {4: "act", 6: "artifact", 11: "event", 26: "state", 28: "time", 7: "attribute"}
# Sentence frames: 26 "Somebody ----s that CLAUSE", 28 "to INFINITIVE", 24 "somebody to INFINITIVE", 29 "whether ...".
FRAMES = {26: "that_clause", 28: "infinitive", 24: "somebody_to", 29: "whether"}
# Words rarer than this (Zipf scale: 3 is one in a million) are left out, to keep the lists short.
RAREST = {"verb": 2.7, "noun": 3.3}
# A field holds for a word from this share of its uses in WordNet's sense-tagged texts on.
SHARE = 0.3


def main() -> None:
    """Write the lists."""
    folder = Path(sys.argv[1])
    lines = [
        'provenance = "Fields and sentence frames of verbs and nouns of WordNet 3.0 (Princeton University, 2006; '
        'WordNet licence), by the share of their uses in its sense-tagged texts; made by evals/attribution_fields.py"',
    ]
    for part, fields in (("verb", VERB_FIELDS), ("noun", NOUN_FIELDS)):
        by_field, by_frame = read(folder, part, fields)
        for name, found in sorted(by_field.items()):
            lines += [
                "",
                f"[{part}.{name}]",
                *(f'{key} = """{" ".join(sorted(each))}"""' for key, each in sorted(found.items())),
            ]
        if by_frame:
            lines += [
                "",
                "[frames]",
                *(f'{name} = """{" ".join(sorted(each))}"""' for name, each in sorted(by_frame.items())),
            ]
    kept = {word for line in lines for word in line.replace('"""', " ").split()}
    irregular = [line.split()[:2] for line in (folder / "verb.exc").read_text().splitlines() if "_" not in line]
    pairs = " ".join(f"{form}={base}" for form, base in irregular if base in kept)
    lines += ["", "# Forms that no rule gives, with their bases.", "[irregular]", f'verbs = """{pairs}"""']
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")


def read(  # noqa: C901, PLR0912 - the database's lines have this many parts
    folder: Path, part: str, fields: dict[int, str]
) -> tuple[dict[str, dict[str, set[str]]], dict[str, set[str]]]:
    """Words by field and whether it is their main one; verbs by sentence frame."""
    number = {"noun": "1", "verb": "2"}[part]
    counts: dict[str, Counter[int]] = {}
    for line in (folder / "cntlist.rev").read_text().splitlines():
        key, _, count = line.split()
        lemma, _, rest = key.partition("%")
        if rest.startswith(number + ":"):
            counts.setdefault(lemma, Counter())[int(rest.split(":")[1])] += int(count)
    senses: dict[str, list[int]] = {}
    frames: dict[str, Counter[str]] = {}
    for line in (folder / f"data.{part}").read_text().splitlines():
        if line.startswith(" "):
            continue
        head = line.split("|")[0].split()
        size = int(head[3], 16)
        lemmas = [head[4 + 2 * at].lower() for at in range(size)]
        for lemma in lemmas:
            senses.setdefault(lemma, []).append(int(head[1]))
        at = 4 + 2 * size
        at += 1 + 4 * int(head[at])
        for _ in range(int(head[at]) if part == "verb" and at < len(head) else 0):
            frame, which = int(head[at + 2]), int(head[at + 3], 16)
            at += 3
            for lemma in lemmas if which == 0 else [lemmas[which - 1]]:
                if frame in FRAMES:
                    frames.setdefault(FRAMES[frame], Counter())[lemma] += 1
    by_field: dict[str, dict[str, set[str]]] = {}
    for lemma, each in senses.items():
        if "_" in lemma or not lemma.isalpha() or zipf_frequency(lemma, "en") < RAREST[part]:
            continue
        seen = counts.get(lemma) or Counter(each)
        main = min(seen, key=lambda field: (-seen[field], field))
        for field, name in fields.items():
            if field == main:
                by_field.setdefault(name, {}).setdefault("first", set()).add(lemma)
            elif seen[field] >= SHARE * seen.total():
                by_field.setdefault(name, {}).setdefault("second", set()).add(lemma)
    kept = {lemma for found in by_field.values() for each in found.values() for lemma in each}
    return by_field, {name: {lemma for lemma in each if lemma in kept} for name, each in frames.items()}


if __name__ == "__main__":
    main()
