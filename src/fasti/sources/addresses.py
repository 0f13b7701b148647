"""Where the official files of a publication lie, and on which domains its publisher may send us elsewhere."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from fasti.model.errors import BadInputError
from fasti.model.listing import ENTRIES

_HOST = re.compile(r"[a-z]+://(\[[^\]]*\]|[^/:?#]*)", re.IGNORECASE)
_KEYS = frozenset({"format", "media", "role", "url"})


@dataclass(frozen=True, slots=True)
class Address:
    """One official file that can be fetched.

    Attributes:
        form: Format it belongs to; the files of one format make one edition. May be empty where there is only one.
        role: Which member file of the publication it is.
        url: Where it lies.
        media: Media types under which a publisher serves it although they are not those of a list, e.g. `text/html`.
    """

    form: str
    role: str
    url: str
    media: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """File name, for people: the end of the address's path, else the role."""
        return self.url.partition("?")[0].rpartition("/")[2] or self.role


@dataclass(frozen=True, slots=True)
class Places:
    """All addresses of one source.

    Attributes:
        addresses: In the order in which they are asked.
        domains: Host names that, with what lies below them, count as the publisher's.
    """

    addresses: tuple[Address, ...]
    domains: tuple[str, ...]


def places_of(table: Mapping[str, Any], where: str) -> Places:
    """Return the addresses of one source from its table.

    It has `domains`, and tables `[[fetch]]` with `url`, `role`, `format` and `media`. Without `domains` the hosts
    of the addresses themselves count.

    Args:
        table: As in `source.toml`.
        where: What to name in an error.

    Raises:
        BadInputError: It is shaped otherwise.
    """
    fetches, domains = table.get("fetch", []), table.get("domains", [])
    if not isinstance(fetches, list) or not all(_is_fetch(one) for one in fetches) or not _is_texts(domains):
        raise BadInputError(
            f"The addresses of {where} cannot be read: give `domains` as a list of host names, and tables `[[fetch]]` "
            "with `url` and, where they are needed, `role`, `format` and `media`."
        )
    addresses = tuple(
        Address(one.get("format", ""), one.get("role", ENTRIES), one["url"], tuple(one.get("media", ())))
        for one in fetches
    )
    hosts = dict.fromkeys(found[1].lower() for one in addresses if (found := _HOST.match(one.url)))
    return Places(addresses, tuple(domains or hosts))


def places_in(table: Mapping[str, Any], where: str) -> dict[str, Places]:
    """Return the addresses of several sources from a table of tables by source id.

    Raises:
        BadInputError: It is shaped otherwise.
    """
    return {
        source: places_of(one if isinstance(one, dict) else {"fetch": one}, f"{source} in {where}")
        for source, one in table.items()
    }


def _is_fetch(one: object) -> bool:
    return (
        isinstance(one, dict)
        and set(one) <= _KEYS
        and isinstance(one.get("url"), str)
        and all(isinstance(one.get(key, ""), str) for key in ("format", "role"))
        and _is_texts(one.get("media", []))
    )


def _is_texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) for one in value)
