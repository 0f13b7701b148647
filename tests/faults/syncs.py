"""A ledger, a publisher and its addresses, for syncing against a server that misbehaves."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from fasti.model.entry import Edition
from fasti.model.sync import SyncAnswer, SyncedView
from fasti.sources.source_info import described
from fasti.workflows.fetch_rules import Limits
from fasti.workflows.opening import open_ledger
from fasti.workflows.settings import Settings
from fasti.workflows.syncing import sync
from tests.faults.publisher import Publisher, serve
from tests.golden.sources.editions import members

CSV = members("us_ofac_sdn", "csv")
XML = members("us_ofac_cons", "xml")[0].data
SDN, CONS = "us_ofac_sdn", "us_ofac_cons"
LIMITS = Limits(connect=2, read=1, total=3, attempts=3, first_pause=0.01, longest_pause=0.02, most_bytes=3_000_000)
BEGIN = datetime(2026, 1, 1, tzinfo=UTC)


@dataclass
class Desk:
    """What a test needs to sync.

    Attributes:
        publisher: The server.
        folder: Where ledger and addresses lie.
        days: Days that have passed.
    """

    publisher: Publisher
    folder: Path
    days: float = 0.0

    @property
    def settings(self) -> Settings:
        ticks = self._ticks()
        return Settings(self.folder / "ledger.db", "fasti/test", clock=lambda: next(ticks))

    def serves(self) -> None:
        """Let the publisher serve both sources as they should be."""
        for member in CSV:
            self.publisher.does(f"/{member.name}", serve(member.data, etag=f'"{member.name}-1"'))
        self.publisher.does("/cons.xml", serve(XML, modified="Thu, 01 Jan 2026 00:00:00 GMT", media="text/xml"))

    def addresses(self, *, cons: str = "", domains: str = '"127.0.0.1"') -> Path:
        """Write the file of addresses; the other sources have none in it."""
        files = "".join(
            f'[[{SDN}.fetch]]\nformat = "csv"\nrole = "{one.role}"\nurl = "{self.publisher.url("/" + one.name)}"\n'
            for one in CSV
        )
        others = "".join(f"[{one}]\nfetch = []\n" for one in described() if one not in {SDN, CONS})
        path = self.folder / "addresses.toml"
        path.write_text(
            f"{others}[{SDN}]\ndomains = [{domains}]\n{files}"
            f'[{CONS}]\ndomains = [{domains}]\n[[{CONS}.fetch]]\nurl = "{cons or self.publisher.url("/cons.xml")}"\n'
        )
        return path

    def sync(self, *sources: str, limits: Limits = LIMITS, cons: str = "", domains: str = '"127.0.0.1"') -> SyncAnswer:
        return sync(self.settings, sources, self.addresses(cons=cons, domains=domains), limits=limits)

    def cons(self, url: str = "", limits: Limits = LIMITS) -> SyncedView:
        """Sync the source of one file and return what became of it."""
        (view,) = self.sync(CONS, limits=limits, cons=url).sources
        return view

    def editions(self, source: str) -> list[Edition]:
        """Return what the ledger holds of a source."""
        with open_ledger(self.settings) as ledger:
            bodies = [entry.body for entry in ledger.store.log()]
        return [one for one in bodies if isinstance(one, Edition) and one.source == source]

    def _ticks(self) -> Iterator[datetime]:
        start = BEGIN + timedelta(days=self.days)
        while True:
            yield start.replace(microsecond=0)
            start += timedelta(seconds=1)


def within(limits: Limits, **changes: float) -> Limits:
    """Return limits with some of them changed."""
    return replace(limits, **changes)  # type: ignore[arg-type] # counts are whole numbers
