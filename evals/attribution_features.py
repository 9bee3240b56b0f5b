"""Features of attribution as sparse matrices, and the fit of a log-linear model over them."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from stemma.attribution.linear import Seen, keys, names_of, parsed

__all__ = ["Features", "choice_fit", "found_keys"]


class Features:
    """Patterns and the combinations of values of each that are seen often enough."""

    def __init__(self, templates: Sequence[str], found: Sequence[np.ndarray], least: int) -> None:
        self.templates = [parsed(name) for name in templates]
        self.kept: list[np.ndarray] = []
        self.offsets = []
        total = 0
        for column in range(len(templates)):
            seen, counts = np.unique(np.concatenate([each[column] for each in found]), return_counts=True)
            self.kept.append(seen[counts >= least])
            self.offsets.append(total)
            total += len(self.kept[-1])
        self.total = total

    def matrix(self, found: np.ndarray) -> csr_matrix:
        """Which kept combination stands at each place."""
        rows, columns = [], []
        for number, kept in enumerate(self.kept):
            place = np.searchsorted(kept, found[number])
            place[place == len(kept)] = 0
            right = kept[place] == found[number] if len(kept) else np.zeros(len(place), dtype=bool)
            rows.append(np.flatnonzero(right))
            columns.append(place[right] + self.offsets[number])
        row, column = np.concatenate(rows), np.concatenate(columns)
        return csr_matrix((np.ones(len(row), dtype=np.float32), (row, column)), shape=(found.shape[1], self.total))

    def stored(self, weights: np.ndarray, known: Mapping[str, tuple[str, ...]], negligible: float) -> dict[str, Any]:
        """The weights by pattern and values, in hundredths."""
        rounded = np.rint(np.where(np.abs(weights) < negligible, 0, weights) * 100).astype(int)
        result = {}
        for template, kept, offset in zip(self.templates, self.kept, self.offsets, strict=True):
            each = {}
            for number, key in enumerate(kept.tolist()):
                row = rounded[offset + number]
                if row.any():
                    each[names_of(template, known, key)] = row.tolist()
            result[template.name] = each
        return result


def found_keys(templates: Sequence[str], seen: Seen) -> np.ndarray:
    """What each pattern finds at each place, a row a pattern."""
    return np.array([keys(parsed(name), seen) for name in templates], dtype=np.int32)


def choice_fit(matrix: csr_matrix, right: np.ndarray, counts: np.ndarray, penalty: float, rounds: int) -> np.ndarray:
    """A weight of each feature, so that of each run of `counts` rows the one that is right scores highest.

    Runs in which none is right are passed over. Quadratic penalty, L-BFGS.
    """
    begins = np.cumsum(counts) - counts
    turned = matrix.T.tocsr()
    told = np.repeat(np.add.reduceat(right, begins), counts).astype(np.float32)

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        scores = matrix @ weights.astype(np.float32)
        odds = np.exp(scores - np.repeat(np.maximum.reduceat(scores, begins), counts))
        odds /= np.repeat(np.add.reduceat(odds, begins), counts)
        value = -np.log(odds[right > 0] + 1e-12).sum() + penalty / 2 * float((weights**2).sum())
        return float(value), (turned @ (odds * told - right)).astype(float) + penalty * weights

    result = minimize(loss, np.zeros(matrix.shape[1]), jac=True, method="L-BFGS-B", options={"maxiter": rounds})
    weights: np.ndarray = result.x[:, None]
    return weights
