"""The answers about whole tables of names, written by hand."""

from fasti.model import comparison
from fasti.model.answer import NOTICE
from fasti.model.screened import Reason, ScreenAnswer, ScreenCounts, ScreenInput, ScreenOutput, ScreenQuery
from fasti.model.validation import Alert, LeaveOneOut, LeftOut, Missed, Rank, Recall, ValidateAnswer, ValidateQuery
from tests.surfaces.authored import RUN

SCREENED = ScreenAnswer(
    "fasti/screen/1",
    NOTICE,
    ScreenQuery("2021-03-16", "2021-03-14", projected=True, threshold=0.7, lists=(), require=(), history=False),
    ScreenInput(
        "customers.csv",
        "ef" * 32,
        2_040_112,
        "csv",
        {"id": ("Customer no.",), "name": ("Legal name",), "country": ("Country",)},
        ("Branch",),
    ),
    ScreenOutput("hits.parquet", "parquet", "12" * 32, 310_554),
    ScreenCounts(rows=40_003, match=2, possible=3, no_match=0, incomplete=39_995, error=3, hits=6, history=1),
    (
        Reason("the row has 3 cells where the header has 4", 2, 17),
        Reason("the row has neither a name nor an identifier", 1, 40_003),
    ),
    (Reason("country ... is no country that is known: write its name or two letters", 12, 5),),
    RUN,
)
VALIDATED = ValidateAnswer(
    schema="fasti/validate/1",
    notice=NOTICE,
    query=ValidateQuery(
        as_of="2021-03-16",
        known_at="2021-03-14",
        lists=("us_dod_ccmc",),
        threshold=0.7,
        seed=7,
        parties=40,
        negatives=2000,
        evidence=True,
        recipes=(),
        positives_file=None,
        negatives_file="customers.csv",
    ),
    positives=Recall("all", "every changed name", 120, 117, 0.975, 0.929119, 0.991459, 115),
    by_recipe=(
        Recall("as_listed", "the name as it is listed", 40, 40, 1.0, 0.912375, 1.0, 40),
        Recall("letter_dropped", "a letter left out", 80, 77, 0.9625, 0.895476, 0.987168, 75),
    ),
    by_script=(Recall("Latin", "script of the listed name", 120, 117, 0.975, 0.929119, 0.991459, 115),),
    by_kind=(Recall("organization", "sort of party", 120, 117, 0.975, 0.929119, 0.991459, 115),),
    ranks=(
        Rank("first", 115),
        Rank("second or third", 2),
        Rank("fourth to tenth", 0),
        Rank("lower", 0),
        Rank("not found", 3),
    ),
    missed=(
        Missed("Xaomi", "Xiaomi", "xiaomi", "letter_dropped", "Latin", "organization", 0.688),
        Missed("GTCM", "GTCOM", "gtcom", "letter_dropped", "Latin", "organization", 0.0),
    ),
    negatives=Recall("alerts", "negatives with at least one hit", 2000, 1, 0.0005, 0.000088, 0.002827, 0),
    alerts=(Alert("Comex Ltd", "possible", 0.71, "comec", "COMEC Limited", "COMEC Limited"),),
    leave_one_out=LeaveOneOut(
        30,
        29,
        0.966667,
        (Rank("an acronym of another name", 1),),
        (LeftOut("DJI", "dji", "SZ DJI Technology Co., Ltd.", 0.591045, "an acronym of another name"),),
    ),
    run=RUN,
)

COMPARED = comparison.CompareAnswer(
    "fasti/compare/1", comparison.NOTICE, "name_v1", "pairs.csv", "scores.csv", 3, 2, ("Row 3 has no second name.",)
)
