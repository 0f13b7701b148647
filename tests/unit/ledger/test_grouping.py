"""One change to many entries is told once; what an edition as a whole gained or lost is no change of theirs."""

from fasti.ledger.grouping import MASS, alone, group
from fasti.model.difference import FieldChange

NOTE = FieldChange("facts.note", None, "To all.")
TEXT = FieldChange("remarks", "a", "b")


def _keys(count: int) -> list[str]:
    return [f"example:{number}" for number in range(count)]


def test_the_same_change_to_many_is_one_group() -> None:
    own = FieldChange("names.aka", None, "NORVIK")
    changes = {key: [NOTE] for key in _keys(MASS)} | {"example:own": [NOTE, own]}
    found = group(changes, [({}, {"facts.note": MASS + 1})])
    assert [(one.kind, one.field, one.after, one.count) for one in found.groups] == [
        ("mass_amendment", "facts.note", "To all.", MASS + 1)
    ]
    assert found.rest == {"example:own": (own,)}


def test_too_few_are_told_one_by_one() -> None:
    changes = {key: [NOTE] for key in _keys(MASS - 1)}
    assert group(changes, [({}, {})]).groups == ()
    assert alone(changes).rest == dict.fromkeys(changes, (NOTE,))


def test_a_field_lost_by_nearly_all_is_drift() -> None:
    changes = {key: [FieldChange("facts.birth_place", f"Town {key}", None)] for key in _keys(MASS)}
    found = group(changes, [({"facts.birth_place": MASS + 1}, {"facts.birth_place": 1})])
    assert [(one.kind, one.field, one.count) for one in found.groups] == [("drift", "facts.birth_place", MASS)]
    assert found.rest == {}


def test_a_field_lost_by_some_is_not() -> None:
    changes = {key: [FieldChange("facts.birth_place", f"Town {key}", None)] for key in _keys(MASS)}
    found = group(changes, [({"facts.birth_place": 3 * MASS}, {"facts.birth_place": 2 * MASS})])
    assert found.groups == ()
    assert len(found.rest) == MASS


def test_a_field_first_seen_with_many_values_is_drift() -> None:
    changes = {key: [FieldChange("facts.gender", None, f"value {key}")] for key in _keys(MASS)}
    assert [one.kind for one in group(changes, [({}, {"facts.gender": MASS})]).groups] == ["drift"]


def test_free_text_that_only_repeats_a_shared_change_goes_with_it() -> None:
    changes = {key: [NOTE, TEXT] for key in _keys(MASS)} | {"example:text": [TEXT]}
    assert group(changes, [({}, {})]).rest == {"example:text": (TEXT,)}
