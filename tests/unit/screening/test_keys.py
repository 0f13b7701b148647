"""Which queries are keys, and what is said of a key that cannot be one."""

import pytest

from fasti.model.errors import UsageError
from fasti.screening.keys import Key, KeyKind, parse_key


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("ofac:17018", "ofac:17018"),
        (" OFAC : 17018 ", "ofac:17018"),
        ("un:QDI.001", "un:QDi.001"),
        ("un:6908555", "un:6908555"),
        ("isin:us0378331005", "isin:US0378331005"),
        ("US0378331005", "isin:US0378331005"),
        ("us 0378331005", "isin:US0378331005"),
        ("213800WSGIIZCXF1P572", "lei:213800WSGIIZCXF1P572"),
        ("lei:2138 00WS GIIZ CXF1 P572", "lei:213800WSGIIZCXF1P572"),
        ("imo:9319466", "imo:9319466"),
        ("imo:IMO 9319466", "imo:9319466"),
        ("mmsi:422000100", "mmsi:422000100"),
        ("uscc:91110000600037341l", "uscc:91110000600037341L"),
        ("bic:agrifrpp882", "swift:AGRIFRPP882"),
        ("swift:AGRIFRPP", "swift:AGRIFRPP"),
        ("cik:0000320193", "cik:0000320193"),
        ("ticker:1810.hk", "ticker:1810.HK"),
        ("ticker:HKEX:1810", "ticker:HKEX:1810"),
        ("ticker: 1810  hk", "ticker:1810 HK"),
    ],
)
def test_a_key_is_tidied(text: str, key: str) -> None:
    assert str(parse_key(text)) == key


def test_a_key_says_whether_it_is_an_entry_or_an_identifier() -> None:
    assert parse_key("ofac:1") == Key("ofac", "1", KeyKind.AUTHORITY)
    assert parse_key("cik:1") == Key("cik", "1", KeyKind.IDENTIFIER)


@pytest.mark.parametrize(
    "name",
    ["Norvik", "Norvik: the company", "US0378331006", "213800WSGIIZCXF1P573", "Constructora", "", ":", "9319466"],
)
def test_anything_else_is_a_name(name: str) -> None:
    assert parse_key(name) is None


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("isin:US0378331006", "isin:US0378331006 is not a valid ISIN: its check digit should be 5"),
        ("isin:US03", "isin:US03 is not a valid ISIN: it should be two letters of a country"),
        ("isin:XX0378331005", "isin:XX0378331005 is not a valid ISIN: it should be"),
        ("isin:", "isin: is not a valid ISIN"),
        ("lei:213800WSGIIZCXF1P573", "its check digits are wrong"),
        ("imo:9319467", "imo:9319467 is not a valid IMO number: its check digit should be 6"),
        ("uscc:911100006000373411", "is not a valid Chinese social credit code: its check digit should be L"),
        ("bic:AGRI", "bic:AGRI is not a valid BIC: it should be 8 or 11 letters and digits"),
        ("mmsi:12", "mmsi:12 is not a valid MMSI: it should be nine digits"),
        ("ofac:SDN", "ofac:SDN is not a valid OFAC key: it should be the number of an entry"),
        ("un:first", "un:first is not a valid UN key: it should be a reference number such as QDi.001"),
        ("cik:12345678901", "it should be one to ten digits"),
        ("ticker:", "ticker: is not a valid ticker"),
    ],
)
def test_a_malformed_value_of_a_known_scheme_is_refused_in_one_sentence(text: str, message: str) -> None:
    with pytest.raises(UsageError) as refusal:
        parse_key(text)
    assert message in str(refusal.value)
    assert "\n" not in str(refusal.value)
