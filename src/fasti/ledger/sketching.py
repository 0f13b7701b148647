"""A stored listing as far as whole lists and comparisons look at it: who it is, on which lists, since when.

Reading a sketch costs a tenth of reading the listing; its fields are a listing's, without what is written out in full.
"""

from collections.abc import Iterable, Sequence
from typing import Protocol

import msgspec

from fasti.model.errors import LedgerError


class SketchedName(msgspec.Struct, frozen=True, gc=False):
    """A name, without its quality."""

    text: str
    kind: str = "primary"


class SketchedMembership(msgspec.Struct, frozen=True, gc=False):
    """A stay on a list, without the publisher's tag."""

    list: str
    basis: str


class SketchedDate(msgspec.Struct, frozen=True, gc=False):
    """A date that the entry states about its own listing."""

    what: str
    on: str
    list: str
    basis: str = ""


class SketchedIdentifier(msgspec.Struct, frozen=True, gc=False):
    """An identifier, without its issuer."""

    scheme: str
    value: str


class SketchedFact(msgspec.Struct, frozen=True, gc=False):
    """The kind of a further thing that the entry says."""

    what: str


class SketchedAddress(msgspec.Struct, frozen=True, gc=False):
    """That there is an address."""


class Sketch(msgspec.Struct, frozen=True, gc=False):
    """A part of a listing; every field as `fasti.model.listing.Listing` has it."""

    key: str
    kind: str = "unknown"
    names: tuple[SketchedName, ...] = ()
    memberships: tuple[SketchedMembership, ...] = ()
    identifiers: tuple[SketchedIdentifier, ...] = ()
    stated: tuple[SketchedDate, ...] = ()
    facts: tuple[SketchedFact, ...] = ()
    addresses: tuple[SketchedAddress, ...] = ()

    def stands_on(self, list_id: str) -> bool:
        """Say whether the entry stands on a list."""
        for one in self.memberships:  # noqa: SIM110 - asked of every entry of whole lists; a generator costs more
            if one.list == list_id:
                return True
        return False

    def on_list(self, list_id: str) -> tuple[SketchedMembership, ...]:
        """Return the memberships of this entry on one list."""
        return tuple(one for one in self.memberships if one.list == list_id)


class Based(Protocol):
    """What has a legal basis."""

    @property
    def basis(self) -> str:
        """The legal basis."""
        ...


class Identified(Protocol):
    """An identifier: see `fasti.model.identity.Identifier`."""

    @property
    def scheme(self) -> str:
        """What sort of identifier."""
        ...

    @property
    def value(self) -> str:
        """The verbatim value."""
        ...


class Stated(Protocol):
    """A stated date: see `fasti.model.listing.StatedDate`."""

    @property
    def what(self) -> str:
        """Kind of date."""
        ...

    @property
    def on(self) -> str:
        """ISO date."""
        ...

    @property
    def list(self) -> str:
        """List it speaks of."""
        ...

    @property
    def basis(self) -> str:
        """Legal basis it speaks of."""
        ...


class Shown(Protocol):
    """What the fold asks of a listing, whole or sketched."""

    @property
    def stated(self) -> Sequence[Stated]:
        """Dates the entry states about its listing."""
        ...

    def on_list(self, list_id: str, /) -> Iterable[Based]:
        """Return the memberships of this entry on one list."""
        ...


_decoder = msgspec.json.Decoder(Sketch)


def decode_sketch(data: bytes) -> Sketch:
    """Read a stored listing as a sketch.

    Raises:
        LedgerError: The bytes are no listing.
    """
    try:
        return _decoder.decode(data)
    except msgspec.MsgspecError as error:
        message = f"A stored listing cannot be read ({error}): run `fasti verify`."
        raise LedgerError(message) from error
