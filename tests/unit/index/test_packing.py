"""What is packed of forms says of each unit what the wording says, however often units were met and forgotten."""

from collections.abc import Sequence
from itertools import pairwise

import pytest

from fasti.index import packing
from fasti.index.kernel_data import BatchData
from fasti.index.packing import Packer
from fasti.index.spelling import hash_bytes
from fasti.index.wording import Form, Keys, Shelf, Unit
from tests.unit.index.wordings import WeighedWording

TOKENS = ("kdf", "kdfabc", "a", "x7", "0", "kodef", "kdf")


def _forms(tokens: Sequence[str] = TOKENS) -> list[Form]:
    """Return forms of units made for the occasion, so that none is another's object."""
    units = [Unit("".join(token), 1.0 / (at + 1), 0.0, len(token) % 5) for at, token in enumerate(tokens)]
    return [Form(tuple(units), 0), Form((units[0],), 2), Form((Unit(*units[0]), units[1]), 1)]


def _told(batch: BatchData) -> list[object]:
    """Return what a batch says, as values."""
    said = []
    for at, row in zip(batch.units, batch.form_token.tolist(), strict=True):
        token = batch.tokens[row]
        keys = batch.keys[token["key"] : token["key"] + token["keys"]].tolist()
        text = batch.text[token["first"] : token["first"] + token["size"]].tobytes().decode()
        flags, letter, rules = (int(at[name]) for name in ("flags", "letter", "rules"))
        said.append((text, float(at["weight"]), float(at["least"]), flags, chr(letter), rules, keys))
    return [said[first:end] for first, end in pairwise(batch.form_start.tolist())] + [*batch.form_style.tolist()]


def test_a_batch_says_what_the_wording_says() -> None:
    wording = WeighedWording()
    packed = _told(Packer(wording, Shelf.PERSON).pack(_forms()))
    assert packed[3:] == [0, 2, 1]
    whole = packed[0]
    assert isinstance(whole, list)
    for at, (token, weight, _, _, letter, _, keys) in enumerate(whole):
        sought = wording.keys(token, len(token) % 5, Shelf.PERSON).sought
        assert (token, weight, letter) == (TOKENS[at], 1.0 / (at + 1), TOKENS[at][0])
        assert keys == [(hash_bytes(key.text.encode()), key.likeness, key.sure) for key in sought]


def test_each_token_of_a_batch_stands_there_once() -> None:
    batch = Packer(WeighedWording(), Shelf.PERSON).pack(_forms() * 3)
    assert len(batch.tokens) == len({*TOKENS})


@pytest.mark.parametrize("remembered", [0, 3, 9, 100])
def test_what_was_forgotten_is_met_again(remembered: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packing, "REMEMBERED", remembered)
    packer = Packer(WeighedWording(), Shelf.PERSON)
    for tokens in (TOKENS, ("b", "kdf"), TOKENS[::-1], TOKENS):
        fresh = Packer(WeighedWording(), Shelf.PERSON)
        assert _told(packer.pack(_forms(tokens))) == _told(fresh.pack(_forms(tokens)))


def test_a_failure_while_units_are_met_leaves_nothing_half_known(monkeypatch: pytest.MonkeyPatch) -> None:
    packer = Packer(WeighedWording(), Shelf.PERSON)
    forms = _forms()
    with monkeypatch.context() as patch:
        patch.setattr(WeighedWording, "keys", _fails)
        with pytest.raises(KeyboardInterrupt):
            packer.pack(forms)
    assert _told(packer.pack(forms)) == _told(Packer(WeighedWording(), Shelf.PERSON).pack(forms))


def _fails(*_: object) -> Keys:
    raise KeyboardInterrupt
