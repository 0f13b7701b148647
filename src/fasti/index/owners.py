"""Decide whose a found name is: the listings that have it, the entries that had these, and when these were public.

The table is rebuilt with every change of the ledger; the segments of names are not.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from itertools import pairwise
from json import dumps, loads
from pathlib import Path
from typing import TYPE_CHECKING, Self

from fasti.index.container import Vector, open_arrays
from fasti.index.runs import starts_of_runs
from fasti.index.segments import ARRAYS, KINDS, ListedName, coded, read_manifest, table_of, write_folder
from fasti.index.surveying import Survey
from fasti.model.identity import NameKind, PartyKind, Quality

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

NAME_KINDS, QUALITIES = tuple(NameKind), tuple(Quality)


@dataclass(frozen=True, slots=True)
class Owner:
    """One listing that has a name.

    Attributes:
        content: Hash of the listing.
        kind: How the publisher relates the name to the party.
        quality: The publisher's grade.
        entries: Numbers of the entries that ever had the listing.
    """

    content: str
    kind: NameKind
    quality: Quality
    entries: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Owners:
    """The open table of owners.

    Attributes:
        name_owners: First row of each name, in the order of the segments, and the end.
        owner_content: Listing of each row.
        owner_grade: Place of the kind of name in `NAME_KINDS`, times two, plus that of the quality in `QUALITIES`.
        content_hash: 32 bytes a listing.
        content_kind: Place of what sort of party each listing names in `KINDS`.
        content_entries: First row of each listing, and the end.
        content_entry: Entries.
        entry_key: UTF-8 of all keys.
        entry_start: First byte of each key, and the end.
        entry_public: When the first edition that may show each entry was public, in seconds since 1970.
        act_names: First act row of each name, and the end.
        act_ref: Place of each row's reference in the manifest.
        refs: References (list, key) of parties that acts name.
    """

    name_owners: Vector
    owner_content: Vector
    owner_grade: Vector
    content_hash: Vector
    content_kind: Vector
    content_entries: Vector
    content_entry: Vector
    entry_key: Vector
    entry_start: Vector
    entry_public: Vector
    act_names: Vector
    act_ref: Vector
    refs: Vector

    @classmethod
    def open(cls, folder: Path) -> Self:
        """Open a table.

        Raises:
            LedgerError: It is not as it was written.
            OSError: It cannot be read.
        """
        arrays = open_arrays(folder / ARRAYS, table_of(read_manifest(folder)))
        return cls(**{field.name: arrays[field.name] for field in fields(cls)})

    def of(self, name: int) -> list[Owner]:
        """Return the listings that have a name."""
        return [self._owner(row) for row in range(self.name_owners[name], self.name_owners[name + 1])]

    def _owner(self, row: int) -> Owner:
        content, grade = self.owner_content[row], self.owner_grade[row]
        entries = tuple(self.entries_of(content))
        digest = bytes(self.content_hash[32 * content : 32 * content + 32]).hex()
        return Owner(digest, NAME_KINDS[grade >> 1], QUALITIES[grade & 1], entries)

    def kinds(self) -> dict[str, PartyKind]:
        """Return what sort of party each listing names, by its hash."""
        digests = bytes(self.content_hash).hex()
        return {digests[64 * at : 64 * at + 64]: KINDS[kind] for at, kind in enumerate(self.content_kind)}

    def entry_keys(self) -> list[str]:
        """Return the keys of all entries, in order."""
        text, starts = bytes(self.entry_key), self.entry_start.tolist()
        return [text[first:end].decode() for first, end in pairwise(starts)]

    def entries_of(self, content: int) -> Vector:
        """Return the numbers of the entries that ever had a listing."""
        return self.content_entry[self.content_entries[content] : self.content_entries[content + 1]]

    def key(self, entry: int) -> str:
        """Return the key of an entry."""
        return str(self.entry_key[self.entry_start[entry] : self.entry_start[entry + 1]], "utf-8")

    def named_by_acts(self, name: int) -> list[tuple[str, str]]:
        """Return (list, key) of the parties that acts name so."""
        rows = self.act_ref[self.act_names[name] : self.act_names[name + 1]]
        if not len(rows):
            return []
        refs = loads(bytes(self.refs))
        return [(refs[row][0], refs[row][1]) for row in rows]

    def may_be_known(self, entry: int, known: int) -> bool:
        """Say whether anything of an entry may have been public by an instant, in seconds since 1970."""
        return bool(self.entry_public[entry] <= known)


def write_owners(folder: Path, found: Survey, names: Sequence[ListedName], says: Mapping[str, object]) -> None:
    """Write the owners of names, given in the order of the segments, into a new folder."""
    import numpy as np

    rows = [found.names.get(name, []) for name in names]
    grades = [GRADES[kind, quality] for some in rows for _, kind, quality in some]
    refs: dict[tuple[str, str], int] = {}
    acts = [[refs.setdefault(ref, len(refs)) for ref in found.act_names.get(name, [])] for name in names]
    keys = [key.encode() for key in found.entries]
    arrays: dict[str, tuple[str, bytes | memoryview]] = {
        "name_owners": coded(_starts_of(rows)),
        "owner_content": coded(np.array([content for some in rows for content, _, _ in some], np.uint32)),
        "owner_grade": coded(np.array(grades, np.uint8)),
        "content_hash": ("B", bytes.fromhex("".join(found.contents))),
        "content_kind": coded(np.array([KINDS.index(kind) for kind in found.content_kinds], np.uint8)),
        "content_entries": coded(_starts_of(found.content_entries)),
        "content_entry": coded(np.array([one for some in found.content_entries for one in some], np.uint32)),
        "entry_key": ("B", b"".join(keys)),
        "entry_start": coded(_starts_of(keys)),
        "entry_public": coded(np.array(found.public, np.int64)),
        "act_names": coded(_starts_of(acts)),
        "act_ref": coded(np.array([row for some in acts for row in some], np.uint32)),
        "refs": ("B", dumps(list(refs)).encode()),
    }
    write_folder(folder, arrays, says)


GRADES = {
    (kind.value, quality.value): 2 * NAME_KINDS.index(kind) + QUALITIES.index(quality)
    for kind in NAME_KINDS
    for quality in QUALITIES
}


def _starts_of(some: Iterable[Sequence[object]]) -> "NDArray[np.uint32]":
    import numpy as np

    return starts_of_runs(np.fromiter(map(len, some), np.int64))


def rows_of(starts: Vector) -> "NDArray[np.int64]":
    """Return the group of each element, given where the groups begin and the end."""
    import numpy as np

    wide = np.frombuffer(starts, np.uint32).astype(np.int64)
    counts = wide[1:] - wide[:-1]
    return np.repeat(np.arange(len(counts)), counts)
