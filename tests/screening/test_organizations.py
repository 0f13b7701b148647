"""Rules for names of organisations, vessels and aircraft, with pairs that must be found and pairs that must not."""

import pytest

from fasti.model.identity import PartyKind
from fasti.model.subject import Subject
from fasti.screening.name_v1 import MATCH, POSSIBLE, score

COMPANY, SHIP = PartyKind.ORGANIZATION, PartyKind.VESSEL

MUST_MATCH = [
    (COMPANY, "Kinbotskiy Zavod", "Kinbot Plant", "an adjective made of a town"),
    (COMPANY, "Kinbote Machine Building Plant", "Kinbote Machinery Plant", "a line of business in two words"),
    (COMPANY, "Kinbote Engr. & Constr. Co", "Kinbote Engineering and Construction Company", "shortened words"),
    (COMPANY, "Dept. of Zembla, Govt. of Kinbote", "Department of Zembla, Government of Kinbote", "shortened words"),
    (COMPANY, "Minera Kinbote", "Kinbote Mining", "a line of business in Spanish"),
    (COMPANY, "Kinbote Schiffswerft", "Kinbote Shipyard", "a line of business in German"),
    (COMPANY, "Fabryka Maszyn Kinbote", "Kinbote Machinery Factory", "two words of business in Polish"),
    (COMPANY, "Kinbote Albnia", "Kinbote Albania", "a slip in a country"),
    (COMPANY, "Zembla Cambios (antes Kinbote Hermanos)", "Kinbote Hermanos", "a former name in Spanish"),
    (COMPANY, "Arl-Kinbote Trading", "Al-Kinbote Trading", "a letter too many in the article"),
    (COMPANY, "Zembla ak-'Kinbote", "Zembla al-'Kinbote", "another letter in the article, before a sign"),
    (COMPANY, "Institute No. 44", "44th Institute", "a number is a number however it is put"),
    (COMPANY, "Kinbote Shade Eng. Co.", "Kinbote Shade Engineering", "an abbreviation of a generic word"),
    (COMPANY, "M/s Kinbote Exports", "Kinbote Exports", "a style of address"),
    (COMPANY, "Kinbote Zavod", "Kinbote Plant", "a generic word of Russian"),
    (COMPANY, "Kinbote S.A.", "KINBOTE SA", "dotted letters"),
    (COMPANY, "Kinbote Co.,Ltd", "Kinbote Company Limited", "spelling of a legal form"),
    (COMPANY, "SIS d.o.o.", "SIS DOO", "a legal form in dotted letters"),
    (COMPANY, "Kinbote OJSC", "Open Joint Stock Company Kinbote", "a legal form written out, in front"),
    (COMPANY, "Kinbote Ltd", "Kinbote LLC", "another legal form is a small difference"),
    (COMPANY, "Kinbote Limted", "Kinbote Limited", "a legal form misspelt"),
    (COMPANY, "Kinbote Industral Works", "Kinbote Industrial Works", "a generic word misspelt"),
    (COMPANY, "Kinbote Technologies", "Kinbote Technology Co., Ltd.", "spellings of a generic word"),
    (COMPANY, "Kinbote Group", "Kinbote Group Holding Limited", "words of structure say little"),
    (COMPANY, "1st Kinbote Bank", "First Kinbote Bank", "an ordinal in figures"),
    (COMPANY, "Kinbote Brigade Forty-Four", "Kinbote Brigade 44", "a number in words"),
    (COMPANY, "K.X.B. Kinbote", "KXB Kinbote", "letters written apart"),
    (COMPANY, "Good Shade Freight", "Goodshade Freight", "a word split"),
    (COMPANY, "Kinbote & Sons", "Kinbote and Sons", "ampersand"),
    (COMPANY, "Onhavan Precision Optics", "Onhavan Precision Optics Inc. (OPOI)", "an acronym in parentheses"),
    (COMPANY, "US Kinbote Board", "United States Kinbote Board", "a country in letters"),
    (COMPANY, "Kinbote (formerly Zembla Trading Ltd)", "Zembla Trading Ltd", "a former name in parentheses"),
    (COMPANY, "Kinbote Ltd f/k/a Zembla Shade Capital", "Zembla Shade Capital", "a former name behind its mark"),
    (COMPANY, "Kinbote Dianzi Keji", "Kinbote Electronic Technology", "generic words of Chinese in Latin letters"),
    (COMPANY, "Kinbote Tading House", "Kinbote Trading House", "a slip in words that have a short form"),
    (COMPANY, "TD Kinbote", "Trading House Kinbote", "words that are usually written by their first letters"),
    (COMPANY, "НПО Кинбот", "Scientific Production Association Kinbot", "the same in another script"),
    (COMPANY, "Hizb al-Kinbote", "Kinbote Party", "a sort of body in Arabic"),
    (COMPANY, "شركة النور للتجارة والمقاولات", "Al-Nur Trading and Contracting Company", "generic words of Arabic"),
    (COMPANY, "Lashkar-e-Kinbote", "Lashkar i Kinbote", "a letter that only joins two words"),
    (COMPANY, "Ak-Kinbote Exchange", "Al-Kinbote Exchange", "a slip in the article"),
    (COMPANY, "KZS (Kinbote Zembla Shade)", "Kinbote Zembla Shade", "the name in parentheses behind its short form"),
    (COMPANY, "Oy Kinbote Ab", "Kinbote Osakeyhtiö", "a legal form before the name"),
    (SHIP, "Sea Kinbote No. 8", "Sea Kinbote 8", "the word before a number"),
    (SHIP, "Sea Kinbote (ex River Shade)", "River Shade", "a ship renamed"),
    (SHIP, "MV Sea Kinbote", "SEA KINBOTE", "the sort of ship is no name"),
    (SHIP, "Sea Kinbote II", "Sea Kinbote 2", "a Roman figure"),
]
MUST_SHOW = [
    (COMPANY, "Kinbote Bank Yeslove Branch", "Kinbote Bank", "a branch and its house"),
    (COMPANY, "Kinbote Sarafi", "Kinbote Money Exchange", "a business of one word in Dari, of two in English"),
    (COMPANY, "Firts Kinbote Works", "First Kinbote Works", "a slip in a number in words"),
    (
        COMPANY,
        "Kinbote Shade Traed",
        "Kinbote Shade Trade",
        "a slip in a spelling of a short generic word",
    ),
    (COMPANY, "ZKB", "Zemblan Kinbote Banking", "an acronym of words of which one is generic"),
    (COMPANY, "ZKBC", "Zemblan Kinbote Banking Corporation", "an acronym with its legal form written out"),
    (COMPANY, "FLZ", "Front for the Liberation of Zembla", "an acronym without the fillers"),
    (COMPANY, "Kinbote Gropu", "Kinbote Group", "a slip in a short generic word"),
    (COMPANY, "Kinbote Bank of Yeen", "Kinbote Bank of Yemen", "a slip in the name of a country"),
    (
        COMPANY,
        "Shenzhen Kinbote Technology Co Ltd",
        "Kinbote Technology",
        "the town where it is registered",
    ),
    (COMPANY, "深圳市蓝桥科技有限公司", "Shenzhen Lanqiao Technology Co Ltd", "the character that says town"),
    (COMPANY, "Kinbote", "KINBOTE OIL COMPANY", "a line of business missing"),
    (COMPANY, "Kinbote", "Kinbote Europe GmbH", "a part of the world missing"),
    (COMPANY, "ZPSA", "Zemblan Peoples Salvation Army", "an acronym of the name"),
    (COMPANY, "K1nbote Freight", "Kinbote Freight", "a figure that a scanner read for a letter"),
    (COMPANY, "Kin8ote Freight", "Kinbote Freight", "an eight for a b"),
    (COMPANY, "Kinbotr0 Freight", "Kinbotro Freight", "a nought at the end of a word"),
    (COMPANY, "Kinbote Corpp", "Kinbote Corp", "a letter too many in a short legal form"),
    (COMPANY, "سلسذلة الذهب للصرافة", "سلسلة الذهب للصرافة", "a letter too many in Arabic"),
    (COMPANY, "Kinbotte Shipping", "Kinbote Shipping", "a letter too many"),
    (COMPANY, "KinboteShade Freight", "Kinbote Shade Freight", "a capital inside a word"),
    (SHIP, "Sea Kinbot", "Sea Kinbote", "a slip in a name of two words"),
]
MUST_NOT_SHOW = [
    (COMPANY, "Kinbote Bank Yeslove Branch", "Kinbote Bank Odevalla Branch", "two branches of one house"),
    (COMPANY, "Kinbote Sharq", "Kinbote Gharb", "two quarters of the sky in Arabic"),
    (COMPANY, "Kinbote Gambia", "Kinbote Zambia", "two countries an edit apart"),
    (COMPANY, "AK-Steel", "AB-Steel", "two words of two letters that are near the article"),
    (COMPANY, "Cal-Kinbote", "Kinbote", "a word near the article against no article"),
    (COMPANY, "Kal-Kinbote Trading", "Val-Kinbote Trading", "two words that are near the article and are none"),
    (COMPANY, "Kinbote Better Trading", "Zembla Better Trading", "a word that elsewhere leads to another name"),
    (COMPANY, "John Francis Shade", "JFS", "the letters of a person's name are no acronym"),
    (COMPANY, "Zkibo Ltd", "Zembla Kinbote Bank Oil", "a letter more than an acronym"),
    (COMPANY, "Kinbote Series1", "Kinbote Series4", "a figure behind a word is a number"),
    (COMPANY, "Hansen Freight", "Jansen Freight", "two family names"),
    (SHIP, "Lady Maria", "Lady Marina", "two given names"),
    (SHIP, "Hai Feng", "Hai Fang", "another word of four letters"),
    (COMPANY, "KKXB", "KXB", "an acronym is not read by its sounds"),
    (COMPANY, "Shenzhen Kinbote Technology", "Guangzhou Kinbote Technology", "two towns"),
    (COMPANY, "Banco Kinbote", "Banco Kinbote Chile", "a bank is not its affiliate in a country"),
    (COMPANY, "Kinbote Bank (Uganda)", "Kinbote Bank (Peru)", "two affiliates"),
    (COMPANY, "Kinbote Shade Technologies", "Kinbote Technologies", "a further word of its own"),
    (COMPANY, "Kinbote Fund II", "Kinbote Fund III", "another number"),
    (COMPANY, "Kinbote Fund II", "Kinbote Fund", "a number on one side"),
    (COMPANY, "Kinbote Marine", "Kinbote Aviation", "two lines of business"),
    (COMPANY, "Zembla Trading LLC", "Kinbote Trading LLC", "generic words and legal form only"),
    (COMPANY, "KXB Freight", "KXD Freight", "another letter of three"),
    (COMPANY, "China", "China Kinbote Limited", "a country alone"),
    (COMPANY, "Bank", "Bank Kinbote", "a generic word alone"),
    (COMPANY, "Ltd", "Kinbote Ltd", "a legal form alone"),
    (SHIP, "Kinbote", "Kinbota", "a single word spelt otherwise is another ship"),
    (SHIP, "Sea Kinbote 1", "Sea Kinbote 2", "another number"),
    (SHIP, "Sea Kinbote", "Sea Kinbote 2", "a number on one side"),
    (SHIP, "Sea Kinbote", "River Kinbote", "another word"),
]


def _score(kind: PartyKind, query: str, listed: str) -> float:
    return score(Subject.named(query, kind), Subject.named(listed, kind)).score


@pytest.mark.parametrize(("kind", "query", "listed", "reason"), MUST_MATCH)
def test_must_match(kind: PartyKind, query: str, listed: str, reason: str) -> None:
    assert _score(kind, query, listed) >= MATCH, reason


@pytest.mark.parametrize(("kind", "query", "listed", "reason"), MUST_SHOW)
def test_must_be_shown(kind: PartyKind, query: str, listed: str, reason: str) -> None:
    assert _score(kind, query, listed) >= POSSIBLE, reason


@pytest.mark.parametrize(("kind", "query", "listed", "reason"), MUST_NOT_SHOW)
def test_must_not_be_shown(kind: PartyKind, query: str, listed: str, reason: str) -> None:
    assert _score(kind, query, listed) < POSSIBLE, reason
