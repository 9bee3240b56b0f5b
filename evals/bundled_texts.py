"""The bundled stories, article by article: credits, set-aside words, statements, figures."""

from collections.abc import Collection, Mapping, Sequence

from evals.figure_match import figure_measures
from evals.measure import Measure, measures_of
from evals.metrics import mean, score
from evals.reported import Reported
from evals.roles import Attribution, Compared, attribution_of, linked, role_measures
from evals.truth import Piece, TrueCredit, TrueFigure, TrueSetAside, TrueStatement, Truth, located, nearest, spans_of
from stemma.records import Credit, Figure, SetAside, Span, Statement

__all__ = ["bundled_figures", "credit_measures", "set_aside_measures", "statement_measures", "true_attribution"]

# A passage is set aside (or rightly so) when at least this share of its characters is.
_MOSTLY = 0.5


def credit_measures(report: Reported, truth: Truth) -> tuple[Measure, ...]:
    """Credits with their name, kind and place. An agency's own dateline counts neither for nor against."""
    found = [credit for article in report.articles for credit in article.credits]
    wanted = [credit for credit in truth.credits if not credit.own]
    judged = [c for c in found if not any(_same_credit(report, c, own) for own in truth.credits if own.own)]
    right = sum(any(_same_credit(report, credit, true) for true in wanted) for credit in judged)
    recalled = sum(any(_same_credit(report, credit, true) for credit in judged) for true in wanted)
    return measures_of("credits", score(right, len(judged), len(wanted), recalled), len(wanted))


def _same_credit(report: Reported, found: Credit, true: TrueCredit) -> bool:
    agree = (found.name, found.kind) == (true.name, true.kind)
    return agree and any(found.span.overlaps(span) for span in spans_of(report.texts, true.article, true.text))


def set_aside_measures(report: Reported, truth: Truth, articles: Collection[str]) -> tuple[Measure, ...]:
    """Set-aside passages with their reason, on the articles for which the truth lists them all."""
    found = [entry for one in report.articles if one.id in articles for entry in one.set_aside]
    wanted = [entry for entry in truth.set_aside if entry.article in articles]
    true = [entry for one in wanted for entry in _set_aside_places(report, one)]
    count = sum(entry.times for entry in wanted)  # a passage that cannot be located still counts as missed
    right = sum(_mostly(entry, true) for entry in found)
    recalled = sum(_mostly(entry, found) for entry in true)
    return measures_of("set aside", score(right, len(found), count, recalled), count)


def _set_aside_places(report: Reported, true: TrueSetAside) -> list[SetAside]:
    spans = spans_of(report.texts, true.article, true.text)[: true.times]
    return [SetAside(span, true.reason) for span in spans]  # type: ignore[arg-type]  # the file's own word


def _mostly(entry: SetAside, others: Sequence[SetAside]) -> bool:
    """Whether most of the entry's characters stand in others of its reason."""
    spans = [other.span for other in others if other.reason == entry.reason and other.span.overlaps(entry.span)]
    inside = {n for span in spans for n in range(max(span.start, entry.span.start), min(span.end, entry.span.end))}
    return len(inside) >= _MOSTLY * (entry.span.end - entry.span.start)


def statement_measures(report: Reported, truth: Truth, found: Mapping[str, Sequence[Statement]]) -> tuple[Measure, ...]:
    """Statements on the articles whose statements the truth lists whole; then what is known of each right one."""
    compared, answers = [], []
    for article in truth.statements_complete_for:
        text = report.texts.get(article, "")
        true = [entry for story in truth.stories for entry in story.statements if entry.article == article]
        pieces = [true_attribution(text, entry) for entry in true]
        compared.append(Compared(article, text, [attribution_of(entry) for entry in found[article]], pieces))
        answers += [(found[article][f], true[t]) for f, t in linked(compared[-1])]
    return (*role_measures(compared), *_answer_measures(answers))


def _answer_measures(answers: Sequence[tuple[Statement, TrueStatement]]) -> tuple[Measure, ...]:
    """Of the statements found: the share whose kind, speaker, anonymity and denial are right."""
    agree = {
        "kind": [found.kind == true.kind for found, true in answers],
        "speaker": [found.speaker == true.speaker for found, true in answers],
        "anonymous": [(found.anonymous is None) == (true.anonymous is None) for found, true in answers],
        "denies": [found.denies == true.denies for found, true in answers],
    }
    return tuple(
        Measure(f"{name} right, if found", mean(list(map(float, rows))), len(rows)) for name, rows in agree.items()
    )


def true_attribution(text: str, true: TrueStatement) -> Attribution:
    """Where a statement's words stand: content first, then source and cue, each the free place closest to it."""
    bounds = None if true.start is None or true.end is None else (true.start, true.end)
    base = bounds[0] if bounds else 0
    inside = text[slice(*bounds)] if bounds else text
    taken: list[Piece] = []
    for words in sorted(true.content, key=len, reverse=True):
        taken += [piece] if (piece := located(inside, words, taken)) else []
    content = tuple(sorted(taken))
    anchor = content[0] if content else (0, 0)
    roles = []
    for role in (true.source, true.cue):
        pieces = []
        for words in role:
            if piece := nearest(inside, words, anchor, taken):
                pieces.append(piece)
                taken.append(piece)
        roles.append(tuple(sorted(pieces)))
    source, cue, content = (tuple((base + start, base + end) for start, end in role) for role in (*roles, content))
    return Attribution(source, cue, content)


def bundled_figures(report: Reported, truth: Truth, found: Mapping[str, Sequence[Figure]]) -> tuple[Measure, ...]:
    """Figures on the articles whose figures the truth lists whole."""
    rows = []
    for article in truth.statements_complete_for:
        true = [entry for story in truth.stories for entry in story.figures if entry.article == article]
        rows.append((found[article], _figure_places(article, report.texts.get(article, ""), true)))
    return figure_measures(rows)


def _figure_places(article: str, text: str, true: Sequence[TrueFigure]) -> list[tuple[TrueFigure, Span | None]]:
    placed: list[tuple[TrueFigure, Span | None]] = []
    taken: list[Piece] = []
    for entry in true:
        piece = located(text, entry.text, taken, None if entry.start is None else (entry.start, len(text)))
        taken += [piece] if piece else []
        placed.append((entry, Span(article, *piece, text[slice(*piece)]) if piece else None))
    return placed
