"""Fits the part-of-speech tagger of attribution on English Web Treebank.

    python -m evals.attribution_tagger CORPORA

writes src/stemma/attribution/models/tagger.json. CORPORA holds syntax/ewt-train.jsonl.gz and syntax/ewt-dev.jsonl.gz.
"""

import gzip
import json
import sys
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from stemma.attribution.tagging import AROUND, CONTEXT, TAGS, neighbours, tag_rows, tagger, word_features
from stemma.attribution.units import Word, plain_words
from stemma.attribution.vocabulary import written

MODEL = Path(__file__).parents[1] / "src/stemma/attribution/models/tagger.json"
# A feature seen less often is left out: it fits the one sentence it stands in.
_LEAST = {"=": 4, "~": 3, "-": 3, "^": 5, "#": 1}
_CONTEXT_LEAST = 8
# Strength of the quadratic penalty (tried on the development part: .3, 1, 3).
_PENALTY = 0.5
# Weights nearer to 0 are stored as 0, a feature with none else is dropped.
_NEGLIGIBLE = 60
_MERGED = {
    "NN": "NN", "NNS": "NNS", "NNP": "NP", "NNPS": "NP", "PRP": "PR", "PRP$": "PS", "DT": "DT", "PDT": "DT",
    "JJ": "JJ", "JJR": "JJ", "JJS": "JJ", "RB": "RB", "RBR": "RB", "RBS": "RB", "VB": "VB", "VBP": "VBP",
    "VBZ": "VBZ", "VBD": "VBD", "VBN": "VBN", "VBG": "VBG", "MD": "MD", "IN": "IN", "TO": "TO", "CC": "CC",
    "WP": "WH", "WP$": "WH", "WDT": "WH", "WRB": "WH", "CD": "CD", "RP": "RP", "EX": "EX", "UH": "UH",
}  # fmt: skip


def main() -> None:
    """Fit, write, and print the share of words tagged right on the development and test parts."""
    folder = Path(sys.argv[1]) / "syntax"
    train = sentences(folder / "ewt-train.jsonl.gz")
    first, second = fitted(train)
    stored = {
        "provenance": "Fitted on the train part of Universal Dependencies English Web Treebank (EWT)",
        "licence": "CC BY-SA 4.0",
        "first": first,
        "second": second,
    }
    MODEL.write_text(json.dumps(stored, ensure_ascii=False, separators=(",", ":")).replace("],", "],\n") + "\n")
    tagger.cache_clear()
    for part in ("dev", "test"):
        words, tags = laid_out(sentences(folder / f"ewt-{part}.jsonl.gz"))
        found = tag_rows(tagger(), written(["" if word is None else word.text for word in words]))
        held = tags > 0
        print(part, "right", round(float((found == tags)[held].mean()), 4), "of", int(held.sum()))


def sentences(path: Path) -> list[list[tuple[Word, int]]]:
    """Sentences as words of the attribution stage, each with its tag."""
    with gzip.open(path, "rt", encoding="utf-8") as stream:
        return [_sentence(json.loads(line)) for line in stream]


def _sentence(row: dict[str, Any]) -> list[tuple[Word, int]]:
    text, tag_at = "", {}
    for token, upos, xpos, space in zip(row["tokens"], row["upos"], row["xpos"], row["space_after"], strict=True):
        tag = _MERGED.get(xpos, "PU" if upos in {"PUNCT", "SYM"} else "OT")
        tag = "SC" if upos == "SCONJ" and tag == "IN" else "AX" if upos == "AUX" and tag != "MD" else tag
        tag_at[len(text)] = TAGS.index(tag)
        text += token + (" " if space else "")
    return [(word, tag_at.get(word.start, TAGS.index("OT"))) for word in plain_words(text, 0, len(text))]


def laid_out(parts: list[list[tuple[Word, int]]]) -> tuple[list[Word | None], np.ndarray]:
    """The words of all sentences in a row with edges between them, and their tags."""
    words: list[Word | None] = []
    tags: list[int] = []
    for part in parts:
        words.extend([*(word for word, _ in part), None, None])
        tags.extend([*(tag for _, tag in part), 0, 0])
    return words, np.array(tags)


def fitted(train: list[list[tuple[Word, int]]]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Weights by feature name for the first and the second reading."""
    words, tags = laid_out(train)
    names, matrix = _observed(words)
    held = np.flatnonzero(tags)
    weights = _softmax_fit(matrix[held], tags[held])
    base = matrix @ weights
    # The second reading is fitted on what the first says of sentences that it was not fitted on.
    guessed = np.zeros_like(tags)
    folds = np.cumsum([word is None for word in words]) // 2 % 4
    for fold in range(4):
        inside = np.flatnonzero((folds != fold) & (tags > 0))
        part = _softmax_fit(matrix[inside], tags[inside], rounds=40)
        guessed[folds == fold] = ((matrix @ part)[:, 1:].argmax(axis=1) + 1)[folds == fold]
    guessed[tags == 0] = 0
    keys, columns = [], []
    for places in AROUND:
        row = neighbours(guessed, places)
        for value in np.unique(row[held]):
            if (row[held] == value).sum() >= 20:
                keys.append((places, int(value)))
                columns.append(row == value)
    context = csr_matrix(np.array(columns).T, dtype=np.float32)
    more = _softmax_fit(context[held], tags[held], base=base[held])
    return _stored(names, weights), _stored([_name(places, value) for places, value in keys], more)


def _name(places: tuple[int, ...], value: int) -> str:
    tags: list[str] = []
    for _ in places:
        tags.insert(0, TAGS[value % len(TAGS)])
        value //= len(TAGS)
    return ",".join(map(str, places)) + ":" + ",".join(tags)


def _stored(names: list[str], weights: np.ndarray) -> dict[str, list[int]]:
    thousandths = np.rint(weights * 1000).astype(int)
    thousandths[np.abs(thousandths) < _NEGLIGIBLE] = 0
    return {name: row.tolist() for name, row in zip(names, thousandths, strict=True) if row.any()}


def _observed(words: list[Word | None]) -> tuple[list[str], csr_matrix]:
    rows: list[list[str]] = []
    for at, word in enumerate(words):
        row = [] if word is None else word_features(word.text)
        for place in CONTEXT if word is not None else ():
            other = words[at + place] if 0 <= at + place < len(words) else None
            row += [f"{place}:{other.text.lower()}"] if other is not None else []
        rows.append(row)
    counts: dict[str, int] = {}
    for row in rows:
        for name in row:
            counts[name] = counts.get(name, 0) + 1
    names = sorted(
        name
        for name, count in counts.items()
        if count
        >= _LEAST.get(name[0] if name[1:2] not in "12" or len(name) < 3 or name[2] != ":" else "", _CONTEXT_LEAST)
    )
    known = {name: number for number, name in enumerate(names)}
    indices = [sorted({known[name] for name in row if name in known}) for row in rows]
    starts = np.cumsum([0, *map(len, indices)])
    flat = np.array([index for row in indices for index in row])
    return names, csr_matrix((np.ones(len(flat), dtype=np.float32), flat, starts), shape=(len(rows), len(names)))


def _softmax_fit(matrix: csr_matrix, tags: np.ndarray, base: np.ndarray | None = None, rounds: int = 80) -> np.ndarray:
    size = (matrix.shape[1], len(TAGS))
    truth = np.eye(len(TAGS), dtype=np.float32)[tags]
    turned = matrix.T.tocsr()

    def loss(flat: np.ndarray) -> tuple[float, np.ndarray]:
        weights = flat.reshape(size).astype(np.float32)
        scores = matrix @ weights + (0 if base is None else base)
        scores -= scores.max(axis=1, keepdims=True)
        odds = np.exp(scores)
        odds /= odds.sum(axis=1, keepdims=True)
        value = -np.log(odds[truth > 0] + 1e-12).sum() + _PENALTY / 2 * float((flat**2).sum())
        return float(value), (turned @ (odds - truth)).ravel().astype(float) + _PENALTY * flat

    result = minimize(loss, np.zeros(size[0] * size[1]), jac=True, method="L-BFGS-B", options={"maxiter": rounds})
    return result.x.reshape(size)


if __name__ == "__main__":
    main()
