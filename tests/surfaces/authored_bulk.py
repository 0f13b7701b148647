"""The answers about whole tables of names, written by hand."""

from fasti.model.answer import NOTICE
from fasti.model.screened import Reason, ScreenAnswer, ScreenCounts, ScreenInput, ScreenOutput, ScreenQuery
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
    (Reason("country ... is no country that is known", 12, 5),),
    RUN,
)
