"""The commands about the law itself: what reaches their workflows, and which exit code follows."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from fasti.cli.main import main
from tests.surfaces.authored import LISTS
from tests.surfaces.authored_law import CONTRASTED, EXPLAINED, RULES

ANSWERS = {"rulebook.rules": RULES, "explaining.explain": EXPLAINED, "contrasting.contrast": CONTRASTED}


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> dict[str, tuple[Any, ...]]:
    """Put authored answers in the place of the workflows, and note what they were asked."""
    seen: dict[str, tuple[Any, ...]] = {}

    def stand_in(name: str) -> Any:  # noqa: ANN401 - a workflow of any signature
        def workflow(*arguments: object) -> object:
            seen[name] = arguments
            return ANSWERS[name]

        return workflow

    for name in ANSWERS:
        monkeypatch.setattr(f"fasti.workflows.{name}", stand_in(name))
    monkeypatch.setattr("fasti.cli.listinfo.known_lists", lambda: LISTS)
    return seen


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("explain us_dod_ccmc --as-of 2021-02-15 --policy us.clock=literal", 0),
        ("explain us_dod_ccmc --policy us.clock", 2),
        ("explain us_dod_ccmc --as-of soon", 2),
        ("explain", 2),
        ("contrast Xiaomi Huawei --act purchase --act sale --actor us-person", 0),
        ("contrast Xiaomi Huawei --act buy", 2),
        ("contrast Xiaomi Huawei --actor martian", 2),
        ("contrast", 2),
        ("rules --since 2025-09-01", 0),
        ("rules --policies", 0),
        ("rules --since 2025-09-01T10:00:00Z", 2),
        ("rules --since lately", 2),
    ],
)
@pytest.mark.usefixtures("asked")
def test_exit_codes(line: str, code: int, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(line.split()) == code
    if code:
        assert len(capsys.readouterr().err.splitlines()) == 1, "one sentence on stderr"


def test_options_reach_the_workflows(asked: dict[str, tuple[Any, ...]]) -> None:
    main(
        [
            "explain",
            "us_dod_ccmc",
            "--as-of",
            "2021-02-15",
            "--known-at",
            "2021-02-16",
            "--head",
            "7",
            "--policy",
            "us.clock=literal",
        ]
    )
    _, *told = asked["explaining.explain"]
    assert told == ["us_dod_ccmc", date(2021, 2, 15), date(2021, 2, 16), 7, {"us.clock": "literal"}]
    main(
        [
            "contrast",
            "A",
            "B",
            "--as-of",
            "2021-02-15",
            "--act",
            "sale",
            "--actor",
            "exporter",
            "--list",
            "us_dod_ccmc",
            "--head",
            "7",
        ]
    )
    _, request = asked["contrasting.contrast"]
    assert (request.names, request.as_of, request.head) == (("A", "B"), date(2021, 2, 15), 7)
    assert (request.acts, request.actors, request.lists) == (("sale",), ("exporter",), ("us_dod_ccmc",))


@pytest.mark.parametrize("line", ["explain us_dod_ccmc", "contrast Xiaomi Huawei", "rules"])
@pytest.mark.usefixtures("asked")
def test_a_page_is_written_beside_the_answer(line: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "page.html"
    assert main([*line.split(), "--html", str(page)]) == 0
    text = page.read_text(encoding="utf-8")
    assert text.startswith("<!doctype html>")
    assert any(word in text for word in ("Huawei", "s.1237", "us.eo13959"))
    assert capsys.readouterr().err == f"Wrote {page}.\n"
