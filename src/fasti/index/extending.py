"""Write the owners of an index anew with what it gained; the rows that were there stay as they were."""

from collections.abc import Mapping
from json import dumps
from pathlib import Path

from fasti.index.gaining import Gain
from fasti.index.owners import GRADES, Owners, rows_of
from fasti.index.runs import starts_of_runs
from fasti.index.segments import KINDS, ListedName, coded, write_folder
from fasti.index.surveying import NEVER

Coded = dict[str, tuple[str, bytes | memoryview]]


def extend_owners(
    folder: Path, owners: Owners, gain: Gain, numbers: Mapping[ListedName, int], names: int, says: Mapping[str, object]
) -> None:
    """Write the owners of names into a new folder.

    Args:
        folder: Of the new table.
        owners: The table as it was.
        gain: What it gained.
        numbers: Number of each name that is gained or that acts name.
        names: How many names there are, the new ones included.
        says: What the manifest says besides.
    """
    arrays = _of_names(owners, gain, numbers, names) | _of_contents(owners, gain) | _of_entries(owners, gain)
    write_folder(folder, arrays | _of_acts(owners, gain, numbers, names), says)


def _of_names(owners: Owners, gain: Gain, numbers: Mapping[ListedName, int], names: int) -> Coded:
    import numpy as np

    rows = [
        (numbers[name], content, GRADES[kind, quality])
        for name, some in gain.names.items()
        for content, kind, quality in some
    ]
    more = np.array(rows, np.int64).reshape(-1, 3)
    name = np.concatenate([rows_of(owners.name_owners), more[:, 0]])
    order = np.argsort(name, kind="stable")
    content = np.concatenate([np.frombuffer(owners.owner_content, np.uint32), more[:, 1]])
    grade = np.concatenate([np.frombuffer(owners.owner_grade, np.uint8), more[:, 2]])
    return {
        "name_owners": coded(starts_of_runs(np.bincount(name, minlength=names))),
        "owner_content": coded(content[order].astype(np.uint32)),
        "owner_grade": coded(grade[order].astype(np.uint8)),
    }


def _of_contents(owners: Owners, gain: Gain) -> Coded:
    import numpy as np

    more = np.array(gain.pairs, np.int64).reshape(-1, 2)
    content = np.concatenate([rows_of(owners.content_entries), more[:, 0]])
    order = np.argsort(content, kind="stable")
    entry = np.concatenate([np.frombuffer(owners.content_entry, np.uint32), more[:, 1]])
    kinds = bytes(KINDS.index(kind) for kind in gain.kinds)
    return {
        "content_hash": ("B", bytes(owners.content_hash) + bytes.fromhex("".join(gain.contents))),
        "content_kind": ("B", bytes(owners.content_kind) + kinds),
        "content_entries": coded(starts_of_runs(np.bincount(content, minlength=len(owners.content_kind) + len(kinds)))),
        "content_entry": coded(entry[order].astype(np.uint32)),
    }


def _of_entries(owners: Owners, gain: Gain) -> Coded:
    import numpy as np

    keys = [key.encode() for key in gain.entries]
    starts = np.frombuffer(owners.entry_start, np.uint32)
    ends = starts[-1] + np.cumsum([len(key) for key in keys], dtype=np.uint32)
    public = np.concatenate([np.frombuffer(owners.entry_public, np.int64), np.full(len(keys), NEVER, np.int64)])
    entries = np.fromiter(gain.public, np.int64, len(gain.public))
    np.minimum.at(public, entries, np.fromiter(gain.public.values(), np.int64, len(gain.public)))
    return {
        "entry_key": ("B", bytes(owners.entry_key) + b"".join(keys)),
        "entry_start": coded(np.concatenate([starts, ends.astype(np.uint32)])),
        "entry_public": coded(public),
    }


def _of_acts(owners: Owners, gain: Gain, numbers: Mapping[ListedName, int], names: int) -> Coded:
    """Return whom acts name: as it was, or all anew if acts came."""
    import numpy as np

    if not gain.acts:
        starts = np.frombuffer(owners.act_names, np.uint32)
        longer = np.concatenate([starts, np.full(names + 1 - len(starts), starts[-1], np.uint32)])
        return {"act_names": coded(longer), "act_ref": ("I", bytes(owners.act_ref)), "refs": ("B", bytes(owners.refs))}
    refs: dict[tuple[str, str], int] = {}
    rows = sorted(
        (numbers[name], refs.setdefault(ref, len(refs))) for name, some in gain.act_names.items() for ref in some
    )
    name = np.array([number for number, _ in rows], np.int64)
    return {
        "act_names": coded(starts_of_runs(np.bincount(name, minlength=names))),
        "act_ref": coded(np.array([ref for _, ref in rows], np.uint32)),
        "refs": ("B", dumps(list(refs)).encode()),
    }
