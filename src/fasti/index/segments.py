"""One immutable part of the index: a folder with the arrays of some names, and a manifest that says what they are."""

import gc
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from json import JSONDecodeError, dumps, loads
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from fasti.index.container import Placed, Vector, altered, open_arrays, write_arrays
from fasti.index.drafting import ShelfDraft
from fasti.index.folding import FOLD_VERSION
from fasti.index.shelves import ShelfView
from fasti.index.wording import Keys, Shelf, Wording
from fasti.model.errors import LedgerError
from fasti.model.identity import PartyKind

if TYPE_CHECKING:
    from numpy.typing import NDArray

FORMAT = "fasti-name-index/5"
MANIFEST, ARRAYS = "manifest.json", "arrays.bin"

KINDS = tuple(PartyKind)
"""A name's kind is stored as its place here."""

Arrays = Mapping[str, tuple[str, bytes | memoryview]]
"""Arrays by name: type code and bytes."""

CODES = {"uint8": "B", "uint16": "H", "uint32": "I", "uint64": "Q", "int64": "q", "float32": "f"}


class ListedName(NamedTuple):
    """A distinct listed name of parties of one kind; a tuple, of which there are as many as names.

    Attributes:
        text: Verbatim.
        kind: What sort of party has it.
    """

    text: str
    kind: PartyKind


@dataclass(frozen=True, slots=True)
class Segment:
    """An open part of the index.

    Attributes:
        folder: Where it lies.
        shelves: The views of its shelves.
        name_text: UTF-8 of all names, one behind the other.
        name_start: First byte of each name, and the end.
        name_kind: Place of each name's kind in `KINDS`.
    """

    folder: Path
    shelves: Mapping[Shelf, ShelfView]
    name_text: Vector
    name_start: Vector
    name_kind: Vector

    def __len__(self) -> int:
        """Return how many names it holds."""
        return len(self.name_kind)

    def name(self, place: int) -> ListedName:
        """Return one of its names."""
        text = str(self.name_text[self.name_start[place] : self.name_start[place + 1]], "utf-8", "surrogatepass")
        return ListedName(text, KINDS[self.name_kind[place]])

    def names(self) -> list[ListedName]:
        """Return all of its names, in order."""
        text, starts = bytes(self.name_text), self.name_start.tolist()
        spans = zip(starts, starts[1:], self.name_kind, strict=False)
        return [ListedName(text[first:end].decode("utf-8", "surrogatepass"), KINDS[kind]) for first, end, kind in spans]


def write_segment(folder: Path, names: Iterable[ListedName], wording: Wording) -> None:
    """Write names, which are distinct, as a segment into a folder that does not exist yet."""
    with uncollected():
        _write(folder, names, wording)


@contextmanager
def uncollected() -> Iterator[None]:
    """Spare the collector of garbage what is gathered: nothing in it is garbage, and looking through it took a quarter.

    The collector belongs to the whole process, which goes without it for these seconds.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _write(folder: Path, names: Iterable[ListedName], wording: Wording) -> None:
    from fasti.index.arranging import arrange

    drafts = {shelf: ShelfDraft() for shelf in Shelf}
    texts, kinds = bytearray(), bytearray()
    starts = [0]
    for number, name in enumerate(names):
        shelves = wording.shelves(name.kind)
        for shelf, forms in zip(shelves, wording.forms(name.text, shelves), strict=True):
            drafts[shelf].add(number, forms)
        texts += name.text.encode("utf-8", "surrogatepass")
        starts.append(len(texts))
        kinds.append(KINDS.index(name.kind))
    arrays: dict[str, tuple[str, bytes | memoryview]] = {
        "name_text": ("B", bytes(texts)),
        "name_start": ("I", _packed(starts)),
        "name_kind": ("B", bytes(kinds)),
    }
    for shelf, draft in drafts.items():
        keys = _keys_on(wording, shelf)
        found = arrange(draft, wording.limits(shelf), keys)
        arrays |= {f"{shelf}/{name}": coded(array) for name, array in found.items()}
    write_folder(folder, arrays, {"wording": wording.version, "fold": FOLD_VERSION, "names": len(kinds)})


def _keys_on(wording: Wording, shelf: Shelf) -> Callable[[str, int], Keys]:
    return lambda token, sort: wording.keys(token, sort, shelf)


def _packed(numbers: list[int]) -> memoryview:
    import numpy as np

    if numbers[-1] >= 1 << 32:
        raise LedgerError("The names are longer in all than one index can hold: split the ledger.")
    return np.array(numbers, np.uint32).data


def coded(array: "NDArray[Any]") -> tuple[str, memoryview]:
    """Return an array's type code and bytes."""
    import numpy as np

    return CODES[array.dtype.name], np.ascontiguousarray(array).data


def write_folder(
    folder: Path, arrays: Mapping[str, tuple[str, bytes | memoryview]], says: Mapping[str, object]
) -> None:
    """Write arrays and their manifest into a new folder; what cannot be written whole is no index."""
    folder.mkdir(parents=True)
    placed = write_arrays(folder / ARRAYS, arrays)
    table = {one.name: [one.code, one.offset, one.count, one.sha256] for one in placed}
    body = {"format": FORMAT, **says, "arrays": table}
    text = dumps(body, sort_keys=True)
    with (folder / MANIFEST).open("w", encoding="utf-8") as file:
        file.write(dumps({**body, "sha256": sha256(text.encode()).hexdigest()}, sort_keys=True))
        file.flush()
        os.fsync(file.fileno())


def read_manifest(folder: Path) -> dict[str, Any]:
    """Return what the manifest of a folder says.

    Raises:
        LedgerError: It was altered, or is of another format.
        OSError: It cannot be read.
    """
    try:
        says = loads((folder / MANIFEST).read_text(encoding="utf-8"))
        told = says.pop("sha256")
    except (JSONDecodeError, UnicodeDecodeError, KeyError, AttributeError, TypeError) as error:
        raise LedgerError(f"The manifest of the name index {folder} cannot be read: it will be built anew.") from error
    if told != sha256(dumps(says, sort_keys=True).encode()).hexdigest() or says["format"] != FORMAT:
        raise LedgerError(f"The manifest of the name index {folder} is not as it was written: it will be built anew.")
    return dict(says)


def table_of(says: Mapping[str, Any]) -> tuple[Placed, ...]:
    """Return the table of arrays that a manifest holds."""
    return tuple(Placed(name, *row) for name, row in says["arrays"].items())


def open_segment(folder: Path) -> Segment:
    """Open a segment.

    Raises:
        LedgerError: It is not as it was written.
        OSError: It cannot be read.
    """
    arrays = open_arrays(folder / ARRAYS, table_of(read_manifest(folder)))
    shelves = {shelf: ShelfView.of(arrays, shelf) for shelf in Shelf}
    return Segment(folder, shelves, arrays["name_text"], arrays["name_start"], arrays["name_kind"])


def folder_faults(folder: Path) -> list[str]:
    """Return what is wrong with a folder's arrays, byte by byte; nothing if they are as they were written."""
    try:
        return [f"{folder.name}/{name}" for name in altered(folder / ARRAYS, table_of(read_manifest(folder)))]
    except (LedgerError, OSError) as error:
        return [f"{folder.name} ({error})"]
