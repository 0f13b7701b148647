"""The compiled tables are those of the TOML files as they stand."""

import tomllib
from pathlib import Path

import pytest

from fasti.regimes.compiled_rules import compiled_regime
from fasti.regimes.rulebook import read_regime, read_rulebook
from fasti.tables.compiled import compile_table, stale, write_compiled
from fasti.tables.shipped import PACKAGE, shipped
from tests.docs.reference import RULES, tables


@pytest.mark.parametrize("folder", tables(), ids=lambda folder: folder.relative_to(PACKAGE).as_posix())
def test_every_table_is_compiled_as_it_stands(folder: Path) -> None:
    assert stale(folder) == (), "run .venv/bin/python -m tests.docs.reference"
    for path in folder.glob("*.toml"):
        assert shipped(path.relative_to(PACKAGE).as_posix()) == tomllib.loads(path.read_text(encoding="utf-8"))


def test_a_table_that_json_cannot_say_is_not_compiled() -> None:
    with pytest.raises(TypeError):
        compile_table(b"on = 2024-03-04")


@pytest.mark.parametrize("path", sorted(RULES.glob("*.toml")), ids=lambda path: path.stem)
def test_the_compiled_form_says_the_same(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert compiled_regime(RULES, path.name, text) == read_regime(path.name, text)


def test_what_was_compiled_of_another_text_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "law.toml"
    path.write_text((RULES / "us_fse.toml").read_text(encoding="utf-8"), encoding="utf-8")
    assert compiled_regime(tmp_path, path.name, path.read_text(encoding="utf-8")) is None
    write_compiled(tmp_path)
    assert stale(tmp_path) == ()
    path.write_text(path.read_text(encoding="utf-8").replace("may not deal", "may deal"), encoding="utf-8")
    assert stale(tmp_path) == ("law.json",)
    assert compiled_regime(tmp_path, path.name, path.read_text(encoding="utf-8")) is None
    (regime,) = read_rulebook(tmp_path).regimes
    assert regime.regime_id == "us.fse"


def test_the_compiled_form_of_a_file_that_is_gone_goes_too(tmp_path: Path) -> None:
    path = tmp_path / "law.toml"
    path.write_text((RULES / "us_fse.toml").read_text(encoding="utf-8"), encoding="utf-8")
    write_compiled(tmp_path)
    path.unlink()
    write_compiled(tmp_path)
    assert list((tmp_path / "compiled").iterdir()) == []
