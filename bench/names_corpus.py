"""What the name benchmark asks for, and among what: a ledger's lists, or names made up from letters, both seeded."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from random import Random
from typing import NamedTuple

from fasti.index.folding import fold
from fasti.model.identity import PartyKind
from fasti.workflows.asking import evidence_at
from fasti.workflows.bulk.request import ScreenRequest
from fasti.workflows.bulk.screener import screener_of
from fasti.workflows.ingesting import ingest
from fasti.workflows.opening import open_ledger
from fasti.workflows.settings import Settings
from fasti.workflows.validating.negatives import made_up
from fasti.workflows.validating.positives import changed
from fasti.workflows.validating.sampling import Known, chosen, listed_keys

SHORTEST, LONGEST = 4, 14
"""Letters of a made-up word."""
END = "$"
PERSONS, MIDDLE = 2 / 3, 0.4
"""Shares of persons, and of names with a third word."""


class Listed(NamedTuple):
    """A listed name, and the number of the party that has it."""

    name: str
    party: int
    kind: str


class Corpus(NamedTuple):
    """What is searched and what is asked.

    Attributes:
        ledger: The ledger that holds the names, for Fasti.
        listed: The same names, for the others.
        parties: The parties by number.
        positives: Changed names, each with the number of its party.
        negatives: Names that should not be found.
        alike: For each party the numbers of those that a name alone cannot tell from it, itself among them: they have a
            name of the same words, as a party has that several lists hold.
    """

    ledger: Settings
    listed: list[Listed]
    parties: list[Known]
    positives: list[tuple[str, int]]
    negatives: list[str]
    alike: list[frozenset[int]]


def of_ledger(path: Path, queries: int, seed: int) -> Corpus:
    """Return the live parties of a ledger's lists, with all their names."""
    settings = Settings(path, "bench", clock=lambda: datetime.now(UTC))
    with open_ledger(settings) as ledger:
        screener = screener_of(ledger, settings, ScreenRequest())
        keys = listed_keys(screener.evidence, screener.request)
        fresh = evidence_at(ledger, screener.evidence.view.vantage)
        parties = chosen(fresh, keys, len(keys), seed)
    listed = [
        Listed(name.text, number, party.kind.value)
        for number, party in enumerate(parties)
        for name in party.listing.names
    ]
    found = [
        (positive.asked, positive.party) for positive in changed(parties[: max(queries // 8, 1)], seed, evidence=False)
    ]
    chance = Random(seed)
    numbers = {id(party): number for number, party in enumerate(parties)}
    positives = [(name, numbers[id(party)]) for name, party in chance.sample(found, min(queries, len(found)))]
    negatives = [one.names[0].text for one in islice(made_up(seed, evidence=False), queries)]
    return Corpus(settings, listed, parties, positives, negatives, _alike(listed, len(parties)))


def _alike(listed: Sequence[Listed], parties: int) -> list[frozenset[int]]:
    bearers: dict[tuple[str, ...], set[int]] = {}
    for one in listed:
        bearers.setdefault(tuple(sorted(fold(one.name).split())), set()).add(one.party)
    found = [{number} for number in range(parties)]
    for numbers in bearers.values():
        for number in numbers:
            found[number] |= numbers
    return [frozenset(one) for one in found]


def synthetic(folder: Path, names: int, queries: int, seed: int) -> Corpus:
    """Return made-up parties of one name each, in a ledger of their own; letters follow each other as in real names."""
    source = folder / "sdn.csv"
    with source.open("w", encoding="utf-8") as file:
        for number, (name, kind) in enumerate(islice(_made(seed), names), 1):
            sort = "individual" if kind is PartyKind.PERSON else "-0- "
            file.write(f'{number},"{name}",{sort},"SDGT"{",-0- " * 8}\n')
    settings = Settings(folder / "ledger.db", "bench", clock=lambda: datetime.now(UTC))
    ingest(settings, "us_ofac_sdn", [source])
    made = of_ledger(settings.ledger, queries, seed)
    strangers = (name for name, _ in islice(_made(seed + 1), queries))
    return made._replace(negatives=list(strangers))


def _made(seed: int) -> Iterator[tuple[str, PartyKind]]:
    """Yield names without end: words by a chain over three letters, put together as persons and companies are."""
    chance = Random(seed)
    follow = _chain()
    common = [_word(follow, chance) for _ in range(2000)]
    while True:
        person = chance.random() < PERSONS
        words = [chance.choice(common), _word(follow, chance)] + (
            [chance.choice(common)] if chance.random() < MIDDLE else []
        )
        kind = PartyKind.PERSON if person else PartyKind.ORGANIZATION
        tail = [] if person else [chance.choice(("Ltd", "LLC", "GmbH", "S.A.", "Trading Co"))]
        yield " ".join([*words, *tail]), kind


def _chain() -> dict[str, list[str]]:
    follow: dict[str, list[str]] = {}
    words = {word for one in islice(made_up(0, evidence=False), 20_000) for word in one.names[0].text.split()}
    for word in sorted(one.lower() for one in words if one.isalpha() and one.isascii() and len(one) >= SHORTEST):
        padded = f"^^{word}{END}"
        for at in range(2, len(padded)):
            follow.setdefault(padded[at - 2 : at], []).append(padded[at])
    return follow


def _word(follow: dict[str, list[str]], chance: Random) -> str:
    while True:
        text = "^^"
        while not text.endswith(END) and len(text) < LONGEST:
            text += chance.choice(follow[text[-2:]])
        word = text[2:].removesuffix(END)
        if len(word) >= SHORTEST:
            return word.title()
