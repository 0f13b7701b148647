"""Turn the rows of OFAC's secondary CSV files, those of one entry together, into listings."""

from fasti.model.identity import Name, NameKind
from fasti.model.listing import Address, Fact, Listing
from fasti.sources.drafting import Note, RowRead
from fasti.sources.ofac.assembling import entry_key
from fasti.sources.ofac.wording import one_line

ALIAS_KINDS = {"aka": NameKind.AKA, "fka": NameKind.FKA, "nka": NameKind.NKA}

ADDRESS_FIELDS = ("Ent_num", "Add_num", "Address", "City/State/Province/Postal Code", "Country", "Add_remarks")
ALIAS_FIELDS = ("ent_num", "alt_num", "alt_type", "alt_name", "alt_remarks")


def read_aliases(rows: list[list[str]]) -> RowRead:
    """Return the aliases of one entry.

    Args:
        rows: Cells of its rows in the alias file, in file order; all of them are names of good quality, because weak
            ones stand in the remarks of the primary file.
    """
    names = [Name(one_line(name), ALIAS_KINDS.get(kind, NameKind.AKA)) for _, _, kind, name, _ in rows]
    facts = {Fact("alias_remark", f"{one_line(name)}: {remark}") for _, _, _, name, remark in rows if remark}
    unknown = sorted({kind for _, _, kind, _, _ in rows if kind not in ALIAS_KINDS})
    notes = tuple(
        Note("unknown_alias_type", kind, f'no meaning is known for the alias type "{kind}"') for kind in unknown
    )
    listing = Listing(entry_key(rows[0][0]), names=tuple(dict.fromkeys(names)), facts=tuple(sorted(facts)))
    return RowRead(listing, notes)


def read_addresses(rows: list[list[str]]) -> RowRead:
    """Return the addresses of one entry; records in which every field is null say nothing.

    Args:
        rows: Cells of its rows in the address file. Region and postal code are not apart from the city there.
    """
    found = {
        Address(street=one_line(street), city=one_line(city), country=one_line(country), note=one_line(note))
        for _, _, street, city, country, note in rows
    }
    return RowRead(Listing(entry_key(rows[0][0]), addresses=tuple(sorted(found - {Address()}))))
