"""The document of `fasti validate`: the figures first, then every recipe, then every miss and every alert."""

from collections.abc import Iterable, Mapping

from fasti.cli.text import running
from fasti.cli.text.document import Column, Document, Paragraph, Table, Tone, cells, para, section
from fasti.cli.text.words import count_of, say_vantage
from fasti.model.catalog import ListInfo
from fasti.model.validation import Alert, LeaveOneOut, LeftOut, Missed, Recall, ValidateAnswer


def document(answer: ValidateAnswer, lists: Mapping[str, ListInfo]) -> Document:
    """Lay out a report."""
    return Document(
        banner="",
        title=f"Validation of {answer.run.scorer} at threshold {answer.query.threshold:g}",
        lead=(*_settings(answer), *_summary(answer)),
        groups=(),
        sections=(
            *section("By kind of change", _recalls(answer.by_recipe, "Change")),
            *section("By script", _recalls(answer.by_script, "Script")),
            *section("By sort of party", _recalls(answer.by_kind, "Sort")),
            *section("Rank of the true party", _ranks(answer)),
            *section("Not found", _missed(answer.missed)),
            *section("Negatives that were hit", _alerts(answer.alerts)),
            *section("One name left out", *_left_out(answer.leave_one_out)),
            *running.sections_of(answer.run, lists, explain=True),
        ),
        notice=answer.notice,
    )


def _settings(answer: ValidateAnswer) -> tuple[Paragraph, ...]:
    query = answer.query
    lists = ", ".join(query.lists) or "all lists"
    how = "by name, birth date and country" if query.evidence else "by name alone"
    files = [f"positives from {query.positives_file}" if query.positives_file else ""]
    files += [f"negatives from {query.negatives_file}" if query.negatives_file else ""]
    return (
        para(
            f"as of {say_vantage(query.as_of, query.known_at)}; {lists}; "
            f"asked {how}; seed {query.seed}{''.join(f'; {one}' for one in files if one)}",
            Tone.QUIET,
        ),
    )


def _summary(answer: ValidateAnswer) -> tuple[Paragraph, ...]:
    found, alerts, left = answer.positives, answer.negatives, answer.leave_one_out
    lines = []
    if found.asked:
        parties = count_of(answer.query.parties, "party", "parties")
        told = f"Found: {_share(found)} of {found.asked:,} changed names of {parties}"
        lines.append(f"{told} ({_bounds(found)}); {found.first:,} first.")
    if alerts.asked:
        lines.append(f"Alerts: {_share(alerts)} of {alerts.asked:,} negatives ({_bounds(alerts)}).")
    if left.parties:
        told = f"One name left out: {left.found:,} of {count_of(left.parties, 'party', 'parties')}"
        lines.append(f"{told} still found by the others ({left.share or 0:.1%}).")
    return tuple(para(line, Tone.STRONG) for line in lines)


def _share(one: Recall) -> str:
    return "-" if one.share is None else f"{one.share:.2%}"


def _bounds(one: Recall) -> str:
    return "-" if one.low is None or one.high is None else f"95 %: {one.low:.2%} to {one.high:.2%}"


def _recalls(ones: Iterable[Recall], title: str) -> Table:
    rows = tuple(
        cells(one.of, f"{one.found:,} of {one.asked:,}", _share(one), _bounds(one), f"{one.first:,}", one.about)
        for one in ones
    )
    titles = (title, "Found", "Share", "Bounds", "First", "What it is")
    return Table(tuple(Column(one, narrow=one != "What it is") for one in titles), rows)


def _ranks(answer: ValidateAnswer) -> Table:
    rows = tuple(cells(one.place, f"{one.names:,}") for one in answer.ranks if answer.positives.asked)
    return Table((Column("Place", narrow=True), Column("Names", narrow=True)), rows)


def _missed(ones: Iterable[Missed]) -> Table:
    rows = tuple(cells(one.asked, one.listed, one.party, one.recipe, one.script, f"{one.score:.3f}") for one in ones)
    titles = ("Asked", "Listed", "Party", "Change", "Script", "Reaches")
    return Table(tuple(Column(one, narrow=one in {"Script", "Reaches"}) for one in titles), rows)


def _alerts(ones: Iterable[Alert]) -> Table:
    rows = tuple(cells(one.asked, one.verdict, f"{one.score:.3f}", one.matched_name, one.party) for one in ones)
    titles = ("Asked", "Verdict", "Score", "Listed name", "Party")
    return Table(tuple(Column(one, narrow=one in {"Verdict", "Score"}) for one in titles), rows)


def _left_out(left: LeaveOneOut) -> tuple[Table, Table]:
    reasons = tuple(cells(one.place, f"{one.names:,}") for one in left.reasons)
    return Table((Column("Not found because it is"), Column("Parties", narrow=True)), reasons), _left(left.missed)


def _left(ones: Iterable[LeftOut]) -> Table:
    rows = tuple(cells(one.name, one.party, one.nearest, f"{one.score:.3f}", one.why) for one in ones)
    titles = ("Name left out", "Party", "Nearest of the others", "Reaches", "Why")
    return Table(tuple(Column(one, narrow=one == "Reaches") for one in titles), rows)
