"""How many entries of one edition a later one lacks, remembered beside the spans it is derived from."""

import json
from dataclasses import dataclass, field

from fasti.ledger.store import Roll, Store
from fasti.model.entry import Edition


@dataclass(slots=True)
class Losses:
    """Counts losses between editions of one series; a `fasti.ledger.admitting.Loss`.

    Counts once made are kept in the store's settings, so that a look-up does not read every span.
    """

    store: Store
    _known: dict[str, dict[str, int]] = field(default_factory=dict)
    _rolls: dict[str, Roll] = field(default_factory=dict)
    _fresh: set[str] = field(default_factory=set)

    def __call__(self, before: Edition, after: Edition) -> int:
        """Return the number of entries of `before` that `after` lacks."""
        known = self._remembered(before.series)
        name = f"{before.order} {after.order}"
        if name not in known:
            known[name] = len(self._keys(before) - self._keys(after))
            self._fresh.add(before.series)
        return known[name]

    def save(self) -> None:
        """Keep the new counts in the store."""
        for series in sorted(self._fresh):
            self.store.set_meta(_meta_name(series), json.dumps(self._known[series], sort_keys=True))
        self._fresh.clear()

    def forget_spans(self) -> None:
        """Drop the spans read so far: the store has changed."""
        self._rolls.clear()

    def _remembered(self, series: str) -> dict[str, int]:
        if series not in self._known:
            self._known[series] = json.loads(self.store.meta(_meta_name(series)) or "{}")
        return self._known[series]

    def _keys(self, edition: Edition) -> set[int]:
        if edition.series not in self._rolls:
            self._rolls[edition.series] = self.store.roll(edition.series)
        return set(self._rolls[edition.series].held(edition.order))


def _meta_name(series: str) -> str:
    return f"losses:{series}"
