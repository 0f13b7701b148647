"""The advanced format from outside: what cuts, bends or swaps it is refused; what is new in it is told."""

import pytest

from fasti.model.errors import RefusedError
from fasti.sources.drafting import Draft, Memo, RawMember
from fasti.sources.reading import read
from tests.golden.sources.editions import primary

SDN = primary("us_ofac_sdn", "advanced").data.decode()


def _read(text: str) -> Draft:
    return read("us_ofac_sdn", [RawMember("entries", "sdn_advanced.xml", text.encode())], Memo())


def _refused(text: str) -> str:
    with pytest.raises(RefusedError) as caught:
        _read(text)
    return str(caught.value)


def _with_doctype(doctype: str, text: str = SDN) -> str:
    head, _, rest = text.partition("?>")
    return f"{head}?>{doctype}{rest}"


def test_entities_are_never_expanded() -> None:
    """A few lines that would grow to gigabytes are refused before they grow."""
    lines = ['<!ENTITY a0 "ha">', *(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))]
    assert "refused" in _refused(_with_doctype(f"<!DOCTYPE Sanctions [{''.join(lines)}]>", SDN.replace("EX4M", "&a9;")))


@pytest.mark.parametrize(
    "doctype",
    ['<!DOCTYPE Sanctions [<!ENTITY x SYSTEM "file:///etc/passwd">]>', '<!DOCTYPE Sanctions SYSTEM "http://e.org/a">'],
)
def test_a_document_type_is_refused(doctype: str) -> None:
    """The publisher's files have none, and nothing is opened or fetched for one."""
    assert "document type" in _refused(_with_doctype(doctype))


def test_nesting_and_texts_are_bounded() -> None:
    """As in any XML from outside."""
    tower = "<a>" * 100_000 + "</a>" * 100_000
    assert "malformed" in _refused(SDN.replace("</Sanctions>", f"{tower}</Sanctions>"))
    assert "malformed" in _refused(SDN.replace("EXAMPLE STAR", "A" * 10_000_001))


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.999])
def test_a_file_cut_short_is_refused(share: float) -> None:
    """Wherever the line broke."""
    assert "cut short or malformed" in _refused(SDN[: int(len(SDN) * share)])


@pytest.mark.parametrize(
    ("before", "after", "why"),
    [
        ('<Sanctions Version="3"', '<Sanctions Version="3" DeltaBaseVersion="2"', "only the changes"),
        ('FixedRef="90103"', 'FixedRef="one"', "has no number"),
        ('<DistinctParty FixedRef="90103"', '<DistinctParty FixedRef="90102"', "ofac:90102 stands in it twice"),
        ('To-ProfileID="90102"', 'To-ProfileID="nobody"', "leads to no number"),
        ('<List ID="1550">SDN List<', '<List ID="1550">CAPTA List<', "another list"),
    ],
)  # fmt: skip
def test_what_a_file_says_must_hold(before: str, after: str, why: str) -> None:
    """Its numbers, its relationships, its list; and that it is whole."""
    assert before in SDN
    assert why in _refused(SDN.replace(before, after))


def test_a_file_without_parties_is_refused() -> None:
    """It says that nobody is listed."""
    start, end = SDN.index("    <DistinctParty "), SDN.index("  </DistinctParties>")
    assert "holds no entries" in _refused(SDN[:start] + SDN[end:])


@pytest.mark.parametrize(
    ("before", "after", "code"),
    [
        ("exports/ADVANCED_XML", "exports/NEW_XML", "unknown_namespace"),
        ("<Year>2026</Year>", "<Year>26A</Year>", "no_publish_date"),
        ("<Comment>Example comment</Comment>", "<Comment>Example comment</Comment><Mood>good</Mood>", "unknown_field"),
        ('DocNameStatusID="1"', 'DocNameStatusID="1" Mood="good"', "unknown_field"),
        ("<SupInfoTypeValues />", "<SupInfoTypeValues /><MoodValues />", "unknown_field"),
        ('<AliasType ID="1402">N.K.A.</AliasType>', "", "unknown_reference"),
        ('LocationID="406"', 'LocationID="999"', "unknown_reference"),
        ('IdentityID="7103" ValidityID', 'IdentityID="999" ValidityID', "stray_records"),
        ('From-ProfileID="90103"', 'From-ProfileID="999"', "stray_records"),
        ('<EntryEventType ID="1">Created<', '<EntryEventType ID="1">Made<', "unknown_entry_event"),
        ('<FeatureType ID="13" FeatureTypeGroupID="1">SWIFT/BIC<', '<FeatureType ID="13">Star Map<',
         "unknown_remark_label"),
    ],
)  # fmt: skip
def test_what_is_new_is_told_and_read(before: str, after: str, code: str) -> None:
    """A new name is no reason to lose a list."""
    assert before in SDN
    draft = _read(SDN.replace(before, after))
    assert code in {problem.code for problem in draft.problems}
    assert len(draft.parts["entries"]) == 4


def test_numbering_anew_changes_nothing() -> None:
    """Numbers of records are no content, and locations none of their own."""
    before = _read(SDN)
    after = _read(
        SDN.replace('"401"', '"40100"').replace('"7101"', '"71010"').replace('Feature ID="9', 'Feature ID="19')
    )
    assert after.parts == before.parts
    assert after.problems == ()
