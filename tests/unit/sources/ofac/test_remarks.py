"""What OFAC's remarks say: names, identifiers, dates, facts, directives; and what nobody knows is said so."""

import pytest

from fasti.model.identity import Identifier, Name, NameKind, Quality
from fasti.model.listing import Fact, StatedDate
from fasti.sources.drafting import Note
from fasti.sources.ofac.remarks import read_items, split, unknown_label
from fasti.sources.ofac.statements import Directive, Statement


def _said(text: str) -> tuple[Statement, ...]:
    return read_items(split(text))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("DOB circa 1951.", Fact("birth_date", "circa 1951", "1951~")),
        ("alt. DOB 13 Apr 1968", Fact("birth_date", "13 Apr 1968", "1968-04-13")),
        ("POB Medellin, Colombia", Fact("birth_place", "Medellin, Colombia")),
        ("alt. nationality Malta", Fact("nationality", "Malta")),
        ("citizen Latvia.", Fact("citizenship", "Latvia")),
        ("Gender Female.", Fact("gender", "Female", "female")),
        ("Linked To: EXAMPLE HOLDING.", Fact("linked_to", "EXAMPLE HOLDING")),
        ("(Linked To: EXAMPLE CORP. (EC))", Fact("linked_to", "EXAMPLE CORP. (EC)")),
        ("Organization Established Date Oct 2018", Fact("established_on", "Oct 2018", "2018-10")),
        ("Organization Type: Real estate activities", Fact("organization_type", "Real estate activities")),
        ("Target Type Public Company", Fact("target_type", "Public Company")),
        ("Website www.example.org", Fact("website", "www.example.org")),
        ("alt. Email Address a@example.org", Fact("email", "a@example.org")),
        ("Former Vessel Flag Malta", Fact("former_flag", "Malta")),
        ("Issuer Name Example Co., Ltd", Fact("issuer_name", "Example Co., Ltd")),
        ("ICTY indictee in custody.", Fact("legal_status", "ICTY indictee in custody")),
        ("brother of Iwan Vale", Fact("remark", "brother of Iwan Vale")),
        ("a.k.a. 'NAT'.", Name("NAT", NameKind.AKA, Quality.WEAK)),
        ("f.k.a. 'ANA I'", Name("ANA I", NameKind.FKA, Quality.WEAK)),
        ("n.k.a. 'ABU 'L-BAHR'", Name("ABU 'L-BAHR", NameKind.NKA, Quality.WEAK)),
        ("Tax ID No. 7707083893 (Russia).", Identifier("tax_id", "7707083893", "Russia")),
        ("NIT # 800146749-7 (Colombia)", Identifier("nit", "800146749-7", "Colombia")),
        ("National ID No. D489833(9) (Hong Kong)", Identifier("national_id", "D489833(9)", "Hong Kong")),
        ("Folio Mercantil No. 22839 (Jalisco) (Mexico)", Identifier("folio_mercantil", "22839 (Jalisco)", "Mexico")),
        ("Legal Entity Number 851683897 (Netherlands)", Identifier("legal_entity_number", "851683897", "Netherlands")),
        ("Legal Entity Number 2534009TESTANCHOR095", Identifier("lei", "2534009TESTANCHOR095")),
        ("Vessel Registration Identification IMO 9187629", Identifier("imo", "9187629")),
        ("Vessel Registration Identification RS 150443", Identifier("vessel_registration", "RS 150443")),
        ("Company Number IMO 5055293.", Identifier("imo_company", "5055293")),
        ("International Maritime Organization No. (5777731)", Identifier("imo_company", "5777731")),
        ("Identification Number ISIN: RU0000000000", Identifier("isin", "RU0000000000")),
        ("Equity Ticker 1810 HK", Identifier("ticker", "1810 HK")),
        ("SWIFT/BIC CKLB CN BJ", Identifier("swift", "CKLB CN BJ")),
        ("Digital Currency Address - USDT 0x17", Identifier("digital_currency:USDT", "0x17")),
        ("Passport issued in Sarajevo", Fact("remark", "Passport issued in Sarajevo")),
    ],
)
def test_one_item_says_one_thing(text: str, said: Statement) -> None:
    """With the label gone and the words kept."""
    assert _said(text) == (said,)


def test_a_document_keeps_its_dates() -> None:
    """Beside the identifier, because that has no place for them."""
    assert _said("alt. Passport LX1 (Latvia) issued 01 Oct 2001 expires Jan 2011") == (
        Identifier("passport", "LX1", "Latvia"),
        Fact("validity", "Passport LX1 issued 01 Oct 2001 expires Jan 2011", "2001-10-01/2011-01"),
    )


def test_a_directive_is_a_fact_and_decides_the_list() -> None:
    """The words stay; the number goes to whoever maps tags to lists."""
    words = "Executive Order 13662 Directive Determination - Subject to Directive 2"
    assert _said(f"alt. {words}") == (Fact("directive", words, "13662/2"), Directive("13662", "2"))


def test_a_measure_names_its_order() -> None:
    """Without a directive's number."""
    words = "Executive Order 14059 information: Prohibition on any transactions"
    assert _said(words) == (Fact("measure", words), Directive("14059", ""))


def test_a_stated_date_names_list_and_basis() -> None:
    """And the directive that it speaks of."""
    assert _said("Listing Date (EO 14024 Directive 2): 24 Feb 2022") == (
        StatedDate("listing", "2022-02-24", "us_ofac_capta", "Listing Date (EO 14024 Directive 2)", "RUSSIA-EO14024/2"),
        Directive("14024", "2"),
    )


def test_the_dates_of_the_china_lists() -> None:
    """Every date goes to the list of its own label."""
    said = _said("Effective Date (CCMC) 11 Jan 2021; Purchase/Sales For Divestment Date (CMIC) 03 Jun 2022.")
    assert said == (
        StatedDate("effective", "2021-01-11", "us_ofac_ns_ccmc", "Effective Date (CCMC)"),
        StatedDate("divestment", "2022-06-03", "us_ofac_ns_cmic", "Purchase/Sales For Divestment Date (CMIC)"),
    )


def test_what_should_be_a_date_and_is_none() -> None:
    """It stays as words, and the doubt is told."""
    stated, *notes = _said("Listing Date (CMIC) soon")
    assert stated == Fact("remark", "Listing Date (CMIC): soon")
    fact, note = _said("DOB in spring")
    assert fact == Fact("birth_date", "in spring")
    assert [one.code for one in (*notes, note) if isinstance(one, Note)] == ["unread_date", "unread_date"]


def test_semicolons_inside_brackets_part_nothing() -> None:
    """A remark in brackets is one remark."""
    assert split("POB A; (data from a passport: DOB 1969; POB B); DOB 1969") == [
        "POB A",
        " (data from a passport: DOB 1969; POB B)",
        " DOB 1969",
    ]


@pytest.mark.parametrize(
    ("item", "label"),
    [
        ("Star Map Number 4711 (Atlantis)", "Star Map Number"),
        ("alt. Star Map No. 4711", "Star Map No."),
        ("X.Y.Z. U63090UP2019PTC117063 (India) expires 2030", ""),
        ("X.Y.Z. U63090UP2019PTC117063 (India)", "X.Y.Z."),
        ("Favourite Colour: blue", "Favourite Colour"),
        ("Minister of Trade", ""),
        ("Judge, Head of Revolutionary Court, Branch 28", ""),
        ("President since 1979", ""),
        ("brother of 4711", ""),
        ("2nd Brigadier General", ""),
    ],
)
def test_what_looks_like_a_label(item: str, label: str) -> None:
    """Words before a number, or before a colon; prose is none."""
    assert unknown_label(item) == label


def test_an_unknown_label_is_kept_and_told() -> None:
    """Its words stay as a remark."""
    fact, note = _said("Star Map Number 4711")
    assert fact == Fact("remark", "Star Map Number 4711")
    assert isinstance(note, Note)
    assert (note.code, note.subject) == ("unknown_remark_label", "Star Map Number")
