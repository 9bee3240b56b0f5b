"""The edits made to order: the articles hold what is altered in them, and rewriting is light and always the same."""

from typing import get_args

import pytest

from evals.edits.parts import Trial, compared, is_right, trials
from evals.edits.rewriter import rewritten
from evals.edits.texts import Base, Edit, altered, bases
from stemma.records import ChangeKind


def test_there_are_articles_enough_in_both_halves_and_every_kind_in_each() -> None:
    assert len(bases()) >= 24
    for half in ("tuned", "held"):
        kinds = {edit.kinds[0] for base in bases() if base.half == half for edit in base.edits}
        assert kinds == set(get_args(ChangeKind))


@pytest.mark.parametrize("base", bases(), ids=[base.name for base in bases()])
def test_what_is_altered_stands_in_the_article(base: Base) -> None:
    for edit in base.edits:
        assert altered(base, edit) != base.model


def test_an_alteration_of_words_that_are_not_there_is_refused() -> None:
    with pytest.raises(ValueError, match="write the words as they stand there"):
        altered(bases()[0], Edit(("figure",), "no such words", ""))


def test_rewriting_exchanges_words_and_turns_sentences_outside_quotations() -> None:
    text = 'The company said that prices had risen. "The company did not know," Brand said on Friday.'
    versions = {rewritten(text, str(seed)) for seed in range(12)}
    assert len(versions) > 3
    assert all('"The company did not know,"' in version for version in versions)
    assert rewritten(text, "a") == rewritten(text, "a")


def test_a_trial_counts_the_right_kind_in_the_right_sentence() -> None:
    text = "The storm killed 54 seals on the coast. The shops were closed for a week after the storm had passed."
    base = Base("held-x", "held", text, text, (Edit(("figure",), "54 seals", "34 seals"),))
    (trial,) = trials([base])
    assert [is_right(trial, change) for change in trial.found] == [True]
    wrong = Trial(base, Edit(("name",), "54 seals", "34 seals"), trial.copy, trial.found)
    assert not any(is_right(wrong, change) for change in wrong.found)
    assert compared(text, text) == ()
