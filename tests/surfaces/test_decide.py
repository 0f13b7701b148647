"""`fasti decide` as a user meets it: what is asked reaches the workflow, and wrong use is told."""

import pytest

from fasti.cli.main import main
from fasti.model.decided import DecideAnswer
from tests.surfaces.authored_others import DECIDED

ASKED: list[tuple[str, tuple[str, str], str]] = []


@pytest.fixture(autouse=True)
def asked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Put a stand-in in the place of the workflow."""
    ASKED.clear()

    def stand_in(_: object, kind: str, subjects: tuple[str, str], why: str) -> DecideAnswer:
        ASKED.append((kind, subjects, why))
        return DECIDED

    monkeypatch.setattr("fasti.workflows.deciding.decide", stand_in)


@pytest.mark.parametrize(("word", "kind"), [("same-as", "same_as"), ("not-same-as", "not_same_as")])
def test_what_is_asked_reaches_the_workflow(word: str, kind: str) -> None:
    assert main(["decide", word, "ofac:1", "ofac:2", "--why", "one number"]) == 0
    assert [(kind, ("ofac:1", "ofac:2"), "one number")] == ASKED


@pytest.mark.parametrize(
    "line", ["decide same-as ofac:1 ofac:2", "decide like a b --why name", "decide same-as a --why x"]
)
def test_wrong_use_is_told(line: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(line.split()) == 2
    assert capsys.readouterr().err.strip()
