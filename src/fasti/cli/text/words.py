"""How dates, statuses, roles and lists are put into words, the same in every answer."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime

from fasti.cli.text.document import Tone, Words
from fasti.model.catalog import ListInfo

ROLES = {
    "us-person": "US persons",
    "us-dod": "the US Department of Defense",
    "us-agency": "US federal agencies",
    "exporter": "exporters of items subject to US export rules",
    "importer-us": "importers into the United States",
    "eu-person": "EU persons",
    "gb-person": "UK persons",
    "ch-person": "Swiss persons",
    "ca-person": "persons in Canada and Canadians",
    "au-person": "persons in Australia and Australians",
    "non-us-person": "non-US persons",
    "state": "states",
    "listed-person": "the listed person itself",
}
TONES = {
    "listed": Tone.BINDING,
    "announced": Tone.COMING,
    "suspended": Tone.HALTED,
    "in_force": Tone.BINDING,
    "unconfirmed": Tone.BINDING,
    "not_modelled": Tone.ALERT,
    "pending": Tone.COMING,
    "licensed": Tone.HALTED,
    "moot": Tone.OVER,
    "ended": Tone.OVER,
    "passed": Tone.OVER,
    "withdrawn": Tone.OVER,
    "not_covered": Tone.ALERT,
    "held": Tone.ALERT,
    "refused": Tone.ALERT,
    "stale": Tone.ALERT,
    "unavailable": Tone.ALERT,
    "doubtful": Tone.ALERT,
    "match": Tone.BINDING,
    "possible": Tone.HALTED,
    "incomplete": Tone.ALERT,
    "refuted": Tone.ALERT,
    "supported": Tone.BINDING,
}


def say_date(text: str) -> str:
    """Put an ISO date or instant into words, without its offset; anything else comes back as it is.

    >>> say_date("2021-03-15T09:30:00-04:00")
    '15 March 2021, 9:30 a.m.'
    >>> say_date("2021-01")
    'January 2021'
    """
    day, _, clock = text.partition("T")
    try:
        parts = [int(one) for one in day.split("-")]
        if len(parts) == 1:
            return text
        head = date(parts[0], parts[1], (*parts, 1)[2]).strftime("%B %Y")
        if len(parts) == 2:  # noqa: PLR2004 - year and month
            return head
        return f"{parts[2]} {head}, {_say_clock(clock)}" if clock else f"{parts[2]} {head}"
    except ValueError:
        return text


def say_vantage(as_of: str, known_at: str) -> str:
    """Say what day is asked about, and by what was public when.

    >>> say_vantage("2021-03-16", "2021-03-14")
    '16 March 2021, using only what was public on 14 March 2021'
    >>> say_vantage("2021-03-16", "2021-03-16")
    '16 March 2021, using only what was public then'
    """
    known = "then" if known_at == as_of else f"on {say_instant(known_at)}"
    return f"{say_instant(as_of)}, using only what was public {known}"


def say_instant(text: str) -> str:
    """Put an ISO date or instant into words, an instant with its offset.

    >>> say_instant("2021-03-14T23:59:00Z")
    '14 March 2021, 11:59 p.m. (UTC)'
    """
    if "T" not in text:
        return say_date(text)
    try:
        offset = datetime.fromisoformat(text).strftime("%z")
    except ValueError:
        return text
    zone = "" if offset in {"", "+0000"} else f"{offset[0]}{offset[1:3].lstrip('0') or '0'}:{offset[3:]}"
    return f"{say_date(text)} (UTC{zone.removesuffix(':00')})"


def short_date(text: str | None) -> str:
    """Return an ISO date or instant for a table: to the minute, without the offset.

    >>> short_date("2021-03-15T09:30:00-04:00")
    '2021-03-15 09:30'
    """
    if not text:
        return "-"
    day, _, clock = text.partition("T")
    return f"{day} {clock[:5]}" if clock else day


def on_day(text: str) -> str:
    """Put the day of an ISO date or instant into words.

    >>> on_day("2021-03-12T16:00:00-05:00")
    '12 March 2021'
    """
    return say_date(text.partition("T")[0])


def say_status(status: str) -> Words:
    """Return a status in words, in its tone."""
    return Words(status.replace("_", " "), TONES.get(status, Tone.PLAIN))


def say_act(act: str | None) -> str:
    """Return what an effect forbids or requires, in words.

    >>> say_act("dod_contract")
    'DoD contract'
    """
    return " ".join(_ABBREVIATIONS.get(word, word) for word in act.split("_")) if act else "no act"


_ABBREVIATIONS = {"dod": "DoD"}
"""Words of acts that are not written in small letters."""


def say_roles(roles: Iterable[str]) -> str:
    """Return who is bound, in words."""
    return join_words([ROLES.get(role, role) for role in roles]) or "everyone whom the rule reaches"


def join_words(words: Iterable[str], last: str = "and") -> str:
    """Join words as in a sentence.

    >>> join_words(["a", "b", "c"])
    'a, b and c'
    """
    kept = list(words)
    if len(kept) < 2:  # noqa: PLR2004 - nothing to join
        return "".join(kept)
    return f"{', '.join(kept[:-1])} {last} {kept[-1]}"


def count_of(number: int, one: str, many: str = "") -> str:
    """Return a number with its noun.

    >>> count_of(2, "entry", "entries")
    '2 entries'
    """
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def sentence_case(text: str) -> str:
    """Return the text with its first letter a capital."""
    return text[:1].upper() + text[1:]


def info_of(lists: Mapping[str, ListInfo], list_id: str) -> ListInfo:
    """Return what the catalogue says of a list; an unknown id stands for itself."""
    return lists.get(list_id) or ListInfo(list_id, list_id, list_id, f"the issuer of {list_id}", "UTC", "")


def _say_clock(clock: str) -> str:
    hour, minute = int(clock[:2]), clock[3:5]
    half = "a.m." if hour < 12 else "p.m."  # noqa: PLR2004 - noon
    return f"{hour % 12 or 12}:{minute} {half}"
