"""The key of an entry to which its publisher gives no number: made from its name alone, so that it stays the same."""

import hashlib
import re
import unicodedata
from collections.abc import Mapping

from fasti.sources.notices.rules import table

_DIGITS = 12
_QUOTES = re.compile(r"['\u2018\u2019\u02bc`]")
_OTHER = re.compile(r"[\W_]+")


def name_key(source_id: str, name: str) -> str:
    """Return the key of the party or category with that name.

    The table `key` of `source.toml` gives the prefix and the words that count as the same (`limited = "ltd"`).

    Args:
        source_id: Whose list it is.
        name: As printed, without aliases.
    """
    rule = table(source_id)["key"]
    digest = hashlib.sha256(normal_name(name, rule["same"]).encode()).hexdigest()
    return f"{rule['prefix']}:{digest[:_DIGITS]}"


def normal_name(name: str, same: Mapping[str, str]) -> str:
    """Return a name without case, accents and punctuation, and with one form of each legal form.

    >>> normal_name("Xi\u2019an Test Co.,Ltd", {"company": "co", "limited": "ltd"})
    'xian test co ltd'
    >>> normal_name("XI'AN TEST Company Limited", {"company": "co", "limited": "ltd"})
    'xian test co ltd'
    """
    folded = unicodedata.normalize("NFKD", _QUOTES.sub("", name)).casefold().replace("&", " and ")
    plain = "".join(one for one in folded if not unicodedata.combining(one))
    return " ".join(same.get(word, word) for word in _OTHER.sub(" ", plain).split())
