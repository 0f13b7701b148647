"""The full stop that ends remarks goes; one that belongs to a name stays."""

import pytest

from fasti.sources.ofac.wording import one_line, tidy


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("HIZBALLAH.", "HIZBALLAH"),
        ("PETROLEOS DE VENEZUELA, S.A.", "PETROLEOS DE VENEZUELA, S.A."),
        ("PROMO RAIZ S.A.S.", "PROMO RAIZ S.A.S."),
        ("SERVICIOS, S. DE R.L. DE C.V.", "SERVICIOS, S. DE R.L. DE C.V."),
        ("EXAMPLE LTDA.", "EXAMPLE LTDA."),
        ("INTELLER LLC.", "INTELLER LLC"),
        ("EXAMPLE CO., LTD.", "EXAMPLE CO., LTD"),
        ("  two\n  lines ", "two lines"),
        ("HTTP://A.", "HTTP://A"),
        (".", ""),
        ("", ""),
    ],
)
def test_the_stop_at_the_end(text: str, words: str) -> None:
    """Whether an item stands last or in the middle, its words are the same."""
    assert tidy(text) == words


def test_names_keep_their_stop() -> None:
    """Columns of their own have no stop added."""
    assert one_line(" EXAMPLE  CO., LTD. ") == "EXAMPLE CO., LTD."
