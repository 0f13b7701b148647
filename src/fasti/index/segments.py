"""One immutable part of the index: a folder with the arrays of some names, and a manifest that says what they are."""

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from itertools import accumulate
from json import JSONDecodeError, dumps, loads
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from fasti.index.container import Placed, Vector, altered, open_arrays, write_arrays
from fasti.index.folding import FOLD_VERSION
from fasti.index.gathering import Filed, Gathering, Spread, in_turn, read_keys, read_names, slices
from fasti.index.rubbish import uncollected
from fasti.index.shelves import ShelfView
from fasti.index.wording import Shelf, Wording
from fasti.model.errors import LedgerError
from fasti.model.identity import PartyKind

if TYPE_CHECKING:
    from numpy.typing import NDArray

FORMAT = "fasti-name-index/8"
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


def write_segment(
    folder: Path,
    names: Sequence[ListedName],
    wording: Wording,
    spread: Spread = in_turn,
    tell: Callable[[int], None] | None = None,
) -> None:
    """Write names, which are distinct, as a segment into a folder that does not exist yet.

    Args:
        folder: Of the segment.
        names: In the order in which they are numbered.
        wording: The scorer's.
        spread: Has the work done; the bytes that are written are the same whoever does it.
        tell: Told how many names have been read, from time to time.

    Raises:
        LedgerError: There is more than an index can hold.
        OSError: The folder cannot be written.
    """
    with uncollected():
        gatherings = _gathered(names, wording, spread, tell)
        _write(folder, names, wording, gatherings, spread)


def _gathered(
    names: Sequence[ListedName], wording: Wording, spread: Spread, tell: Callable[[int], None] | None
) -> dict[Shelf, Gathering]:
    """Return what the names hold on each shelf."""
    gatherings = {shelf: Gathering() for shelf in Shelf}
    read = 0
    tasks = slices(names)
    for task, parts in zip(tasks, spread(partial(read_names, wording), tasks), strict=True):
        for gathering, part in zip(gatherings.values(), parts, strict=True):
            gathering.add(part, read)
        read += len(task)
        if tell is not None:
            tell(read)
    return gatherings


def _write(
    folder: Path,
    names: Sequence[ListedName],
    wording: Wording,
    gatherings: Mapping[Shelf, Gathering],
    spread: Spread,
) -> None:
    from fasti.index.arranging import arrange

    texts = [name.text.encode("utf-8", "surrogatepass") for name in names]
    arrays: dict[str, tuple[str, bytes | memoryview]] = {
        "name_text": ("B", b"".join(texts)),
        "name_start": ("I", _packed([*accumulate(map(len, texts), initial=0)])),
        "name_kind": ("B", bytes([KINDS.index(name.kind) for name in names])),
    }
    for shelf, gathering in gatherings.items():
        found = arrange(gathering.whole(), wording.limits(shelf), partial(_filed, wording, shelf, spread))
        arrays |= {f"{shelf}/{name}": coded(array) for name, array in found.items()}
    write_folder(folder, arrays, {"wording": wording.version, "fold": FOLD_VERSION, "names": len(names)})


def _filed(wording: Wording, shelf: Shelf, spread: Spread, tokens: Sequence[tuple[str, int]]) -> Iterable[Filed]:
    return spread(partial(read_keys, wording, shelf), slices(tokens))


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
