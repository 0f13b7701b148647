"""The index finds just what scoring every listed name would find: the true scorer, words joined and split included."""

import tempfile
from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st

from fasti.index.names import NameIndex
from fasti.index.segments import ListedName, open_segment, write_segment
from fasti.model.identity import PartyKind
from fasti.screening.names.comparing import compare_names
from fasti.screening.names.reading import prepare
from fasti.screening.names.wording import SHELVES, NameWording

LISTED = [
    ListedName(name, PartyKind(kind))
    for kind, names in {
        "person": """Mohammed Ali Kassim|AL-RAHMAN, Abd|Abdurrahman bin Omar|Yuri Ivanovich Petrov|Petrova, Anna S.|
J. P. Kinbote|Saif ud Din Ahmed|Wei Sheng|SHEN, Weisheng|习近平|Xi Jinping|김정은|Kim Jong Un|محمد حسن|Hassan|Sa'id|
Makhachkala Aliev|Vladimir Putin|Benjamin Ben Zvi|D'Souza, Maria|Sidiki|Abu Salah|Ahmed Hamed""",
        "organization": """Norvik Trading LLC|Norvik Holding|Bank Zembla|Zembla Bank (China) Ltd|Fund II|Fund 2|MA LI|
LXC Aviation|L X C Aviation|華為技術有限公司|Huawei Technologies Co., Ltd|Banco Santander|Banco Santander Chile|
First Sea Pony Shipping Company|Seapony|Kin Bote Industries|Peoples Liberation Army|Toptics, Inc.|M&P Trading Inc.""",
        "vessel": """SEA PONY|SEAPONY 2|MV Zembla|Norvik Star|Doncoaltrade SP Z O O""",
    }.items()
    for name in names.replace("\n", "").split("|")
]
WORDS = [
    "mohammed",
    "muhamad",
    "ali",
    "kassim",
    "rahman",
    "abd",
    "abdurrahman",
    "bin",
    "omar",
    "yuri",
    "juri",
    "ivanovich",
    "petrov",
    "petrova",
    "anna",
    "s",
    "j",
    "kinbote",
    "kin",
    "bote",
    "saif",
    "din",
    "ahmed",
    "wei",
    "sheng",
    "weisheng",
    "xi",
    "jinping",
    "kim",
    "jong",
    "un",
    "jongun",
    "hassan",
    "said",
    "makhachkala",
    "vladimir",
    "poutine",
    "ben",
    "norvik",
    "trading",
    "llc",
    "holding",
    "bank",
    "zembla",
    "china",
    "ltd",
    "fund",
    "ii",
    "2",
    "ma",
    "li",
    "lxc",
    "l",
    "x",
    "c",
    "aviation",
    "huawei",
    "technologies",
    "banco",
    "santander",
    "chile",
    "sea",
    "pony",
    "seapony",
    "star",
    "sp",
    "z",
    "oo",
    "inc",
    "習近平",
    "华为技术有限公司",
    "حسن",
    "Путин",
    "toptics",
    "optics",
    "p",
]
QUERIES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=5).map(" ".join) | st.sampled_from(
    [name.text for name in LISTED]
)
THRESHOLDS = st.sampled_from([0.5, 0.6, 0.65, 0.7, 0.8, 0.95])
KINDS = st.sampled_from([PartyKind.UNKNOWN, PartyKind.PERSON, PartyKind.ORGANIZATION, PartyKind.VESSEL])


def _index() -> NameIndex:
    folder = Path(tempfile.mkdtemp()) / "names"
    write_segment(folder, LISTED, NameWording())
    return NameIndex((open_segment(folder),), None, NameWording())


INDEX = _index()


def _scores(query: str, kind: PartyKind) -> list[float]:
    """Return the score of every listed name, nothing left out."""
    asked = {shelf: prepare(query, shelf) for shelf in SHELVES[kind]}
    return [
        max(
            (
                compare_names(asked[shelf], prepare(name.text, shelf)).score
                for shelf in SHELVES[name.kind]
                if shelf in asked
            ),
            default=0.0,
        )
        for name in LISTED
    ]


@settings(max_examples=150)
@given(st.lists(QUERIES, min_size=1, max_size=3), KINDS, THRESHOLDS)
@example(["Wei Sheng Trading", "kin bote", "l x c aviation"], PartyKind.UNKNOWN, 0.7)
@example(["Sp. z o.o.", "sea pony 2", "Mohammed"], PartyKind.UNKNOWN, 0.5)
def test_what_scores_enough_is_found_by_both_ways(queries: list[str], kind: PartyKind, threshold: float) -> None:
    asked = [(query, kind) for query in queries]
    plain, compiled = (INDEX.search(asked, threshold, bulk=bulk) for bulk in (False, True))
    assert plain == compiled
    for query, found in zip(queries, plain, strict=True):
        enough = {number for number, score in enumerate(_scores(query, kind)) if score >= threshold}
        assert enough <= {*found}, (query, kind, [LISTED[number] for number in enough - {*found}])
