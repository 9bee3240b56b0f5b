"""The shipped weights fit the features, and say where they come from."""

from stemma.stories.pairs import FEATURES
from stemma.stories.probability import weights


def test_every_feature_has_a_weight_and_no_other() -> None:
    assert set(weights().coefficients) == set(FEATURES)


def test_likeness_never_speaks_against_one_event_and_time_never_for_it() -> None:
    signed = {name: weight for name, weight in weights().coefficients.items() if not name.endswith("_unknown")}
    assert signed.pop("gap") < 0
    assert min(signed.values()) >= 0


def test_the_fit_is_told() -> None:
    assert weights().command.startswith("python -m evals.fit_stories")
    assert "fit half" in weights().provenance
    assert any("reported half" in name for name in weights().measured)
