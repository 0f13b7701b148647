"""One ledger of the dated OFAC series for all tests that ask it, and the ids each file really holds."""

import csv
import gzip
import io
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from fasti.workflows.ingesting import ingest
from fasti.workflows.settings import Settings

SERIES = {"us_ofac_sdn": "us_ofac_sdn_series", "us_ofac_cons": "us_ofac_cons_series"}
UID = re.compile(r"<sdnEntry>\s*<uid>(\d+)</uid>")


@pytest.fixture(scope="session")
def ledger_of_series(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Return the settings of a ledger with every edition of the SDN and consolidated series."""
    settings = Settings(tmp_path_factory.mktemp("series") / "ledger.db", "test")
    for source, folder in SERIES.items():
        ingest(settings, source, [shared / "data" / folder])
    return settings


@pytest.fixture(scope="session")
def keys_in() -> Callable[[Path], set[str]]:
    """Return a plain reading of the ids in an OFAC file, independent of the readers."""

    def read(path: Path) -> set[str]:
        text = gzip.decompress(path.read_bytes()).decode("utf-8", "replace")
        if path.name.endswith(".xml.gz"):
            return {f"ofac:{uid}" for uid in UID.findall(text)}
        rows = csv.reader(io.StringIO(text.rstrip("\x1a")))
        return {f"ofac:{row[0].strip()}" for row in rows if row}

    return read
