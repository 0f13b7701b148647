"""A party that its publisher gives another number is one party that changed, not one that went and one that came."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from fasti.model.difference import DiffAnswer
from fasti.workflows.differences import diff
from fasti.workflows.ingesting import ingest
from fasti.workflows.settings import Settings
from tests.golden.sources.editions import FOLDER

NOW = datetime(2026, 6, 3, tzinfo=UTC)
FILE = (FOLDER / "un_sc" / "consolidated.xml").read_text(encoding="utf-8")
NUMBER, REFERENCE = "6900001", "QDi.901"


def _cut(text: str, tag: str) -> str:
    return text[text.index(f"<{tag}>") : text.index(f"</{tag}>") + len(f"</{tag}>")]


def _numbered(record: str, number: str, reference: str) -> str:
    for tag, value in (("DATAID", number), ("REFERENCE_NUMBER", reference)):
        record = record.replace(_cut(record, tag), f"<{tag}>{value}</{tag}>")
    return record


def _edition(folder: Path, day: str, number: str, reference: str) -> None:
    """Write an edition with the party under a number, and twenty others."""
    person, other = _cut(FILE, "INDIVIDUAL"), _cut(FILE, "ENTITY")
    others = "".join(_numbered(other, f"99001{place}", f"KPe.1{place}") for place in range(10, 30))
    made = FILE.split('dateGenerated="')[1].split('"')[0]
    text = FILE.replace(person, _numbered(person, number, reference)).replace(other, other + others)
    text = text.replace(made, f"{day}T10:00:00.000-04:00")
    (folder / f"{day}T2300Z.xml").write_text(text, encoding="utf-8")


def _diff(tmp_path: Path, *editions: tuple[str, str, str], to: date = date(2026, 4, 5)) -> DiffAnswer:
    folder = tmp_path / "series"
    folder.mkdir()
    for day, number, reference in editions:
        _edition(folder, day, number, reference)
    settings = Settings(tmp_path / "ledger.db", "test", clock=lambda: NOW)
    outcomes = {one.outcome for one in ingest(settings, "un_sc", [folder]).editions}
    assert outcomes == {"admitted"}
    return diff(settings, "un_sc", date(2026, 1, 5), to)


def test_another_number_is_a_change_of_key(tmp_path: Path) -> None:
    answer = _diff(
        tmp_path,
        ("2026-01-01", NUMBER, REFERENCE),
        ("2026-02-01", NUMBER, REFERENCE),
        ("2026-03-01", "6900002", REFERENCE),
        ("2026-04-01", "6900002", REFERENCE),
    )
    assert (answer.added, answer.removed) == ((), ())
    (one,) = answer.amended
    assert one.key == "un:6900002"
    assert [(change.field, change.before, change.after) for change in one.changes] == [
        ("key", "un:6900001", "un:6900002")
    ]
    assert one.reason == "the publisher gave the party another key; un_ref:QDI901 stands in both entries"


@pytest.mark.parametrize("reference", ["QDi.902", "QDi.901"])
def test_one_edition_alone_or_another_reference_tells_nothing(tmp_path: Path, reference: str) -> None:
    answer = _diff(tmp_path, ("2026-01-01", NUMBER, REFERENCE), ("2026-03-01", "6900002", reference))
    assert [one.key for one in answer.added] == ["un:6900002"]
    assert [one.key for one in answer.removed] == ["un:6900001"]


def test_a_party_back_in_the_next_edition_under_another_number_was_absent_in_one(tmp_path: Path) -> None:
    """As the UN's list had it in August 2023."""
    answer = _diff(
        tmp_path,
        ("2026-01-01", NUMBER, REFERENCE),
        ("2026-01-03", NUMBER, REFERENCE),
        ("2026-02-01", "6900777", "QDi.777"),
        ("2026-03-01", "6900002", REFERENCE),
        ("2026-04-01", "6900002", REFERENCE),
        to=date(2026, 2, 5),
    )
    assert [one.key for one in answer.blips] == ["un:6900001"]
    assert (answer.removed, [one.key for one in answer.added]) == ((), ["un:6900777"])
