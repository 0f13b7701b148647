"""Names as notices print them: which parentheses hold aliases, and which others an entry names in passing."""

import pytest

from fasti.model.identity import NameKind
from fasti.sources.notices.names import take_apart

WORDS = frozenset({"limited", "group"})
AKA, FKA = NameKind.AKA, NameKind.FKA


@pytest.mark.parametrize(
    ("printed", "name", "aliases"),
    [
        ("Muster Co., Ltd.", "Muster Co., Ltd.", []),
        ("Muster (Nordtal) Co., Ltd", "Muster (Nordtal) Co., Ltd", []),
        ("Muster Co., Ltd. (and one alias: M and N Co.)", "Muster Co., Ltd.", [(AKA, "M and N Co.")]),
        ("Muster (including two aliases: A and B)", "Muster", [(AKA, "A"), (AKA, "B")]),
        ("Muster (and two aliases: A Co., Ltd.; and B (Tal))", "Muster", [(AKA, "A Co., Ltd."), (AKA, "B (Tal)")]),
        ("Muster (including three aliases: A, B, and C)", "Muster", [(AKA, "A"), (AKA, "B"), (AKA, "C")]),
        ("Muster (also known as A Trade and Business Co.)", "Muster", [(AKA, "A Trade and Business Co.")]),
        ("Muster (formerly known as A; and B)", "Muster", [(FKA, "A"), (FKA, "B")]),
        ("Muster (also known as A and formerly known as B)", "Muster", [(AKA, "A"), (FKA, "B")]),
        ("Muster (a.k.a. A) (f.k.a. B)", "Muster", [(AKA, "A"), (FKA, "B")]),
        ("Muster (also known as Muster)", "Muster", []),
    ],
)
def test_aliases_are_told_by_their_words(printed: str, name: str, aliases: list[tuple[NameKind, str]]) -> None:
    """A number in words, semicolons and turns of phrase say where one alias ends."""
    found = take_apart(printed)
    assert (found.name, [(one.kind, one.text) for one in found.aliases]) == (name, aliases)
    assert found.notes == ()


@pytest.mark.parametrize(
    ("printed", "name", "aliases"),
    [
        ("Muster Inc. (Heide 7)*", "Muster Inc.", [(AKA, "Heide 7")]),
        ("Muster Inc. (Heide 7).", "Muster Inc.", [(AKA, "Heide 7")]),
        ("Muster (Tal) Corp. (M Tal]", "Muster (Tal) Corp.", [(AKA, "M Tal")]),
        ("Muster Group (Limited) (MG)", "Muster Group (Limited)", [(AKA, "MG")]),
        ("Muster (Group)", "Muster (Group)", []),
        ("Muster (formerly Alt Ltd. (AL))", "Muster", [(FKA, "Alt Ltd."), (AKA, "AL")]),
        ("Muster (formerly Alt (Group))", "Muster", [(FKA, "Alt (Group)")]),
        ("(Muster)", "(Muster)", []),
        ("\u2022 Muster", "Muster", []),
        ("(12) Muster", "Muster", []),
        ("12. Muster", "Muster", []),
        ("14th Muster", "14th Muster", []),
        ("360 Muster", "360 Muster", []),
    ],
)
def test_the_last_parentheses_may_be_an_alias(printed: str, name: str, aliases: list[tuple[NameKind, str]]) -> None:
    """Where the publisher prints any alias there; legal forms stay with the name."""
    found = take_apart(printed, WORDS)
    assert (found.name, [(one.kind, one.text) for one in found.aliases]) == (name, aliases)


@pytest.mark.parametrize(
    ("printed", "name", "statement", "named"),
    [
        ("Muster and subsidiaries", "Muster", "and subsidiaries", ()),
        ("Muster, and Subsidiaries", "Muster", "and Subsidiaries", ()),
        ("Muster (and one alias: M) and its subordinate and affiliated entities", "Muster",
         "and its subordinate and affiliated entities", ()),
        ("Muster and its subsidiary A Co., Ltd.", "Muster", "and its subsidiary A Co., Ltd.", ("A Co., Ltd.",)),
        ("Muster and its two Tal-based subsidiaries, which include A Co., Ltd., and B Inc.", "Muster",
         "and its two Tal-based subsidiaries, which include A Co., Ltd., and B Inc.", ("A Co., Ltd.", "B Inc.")),
    ],
)  # fmt: skip
def test_others_named_in_passing(printed: str, name: str, statement: str, named: tuple[str, ...]) -> None:
    """What an entry covers besides is kept word for word; named subsidiaries are names."""
    found = take_apart(printed)
    assert (found.name, found.statement, found.named, found.notes) == (name, statement, named, ())


@pytest.mark.parametrize(
    ("printed", "code"),
    [
        ("Muster (and three aliases: A; and B)", "alias_count"),
        ("Muster and its three Tal-based subsidiaries, which include A, and B", "subsidiary_count"),
    ],
)
def test_a_count_that_does_not_hold_is_told(printed: str, code: str) -> None:
    """The publisher's own number is the check of how a list was cut."""
    assert [note.code for note in take_apart(printed).notes] == [code]
