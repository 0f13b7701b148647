"""The ways to find names that Fasti is measured beside, each written plainly: build once, then ask.

A peer gives for each name asked for its best parties, best first, with scores of its own scale.
"""

import sqlite3
import tempfile
from collections.abc import Callable, Iterable, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from names_corpus import Listed
from rapidfuzz import fuzz, process
from rapidfuzz.distance import JaroWinkler

from fasti.index.folding import fold

TOP = 10
Found = list[tuple[int, float]]
"""Numbers of listed names with scores, best first."""


class Peer(NamedTuple):
    """One way to find names.

    Attributes:
        title: Shown in the table.
        build: Takes the listed names and gives the function that is asked, with many names at once.
        usual: Score from which it is usually taken for a hit; `None` if its scores have no such meaning.
        slow: Whether only a part of the queries is asked.
        needs: Package that must be installed; empty if none.
    """

    title: str
    build: Callable[[Sequence[Listed]], Callable[[Sequence[str]], list[Found]]]
    usual: float | None
    slow: bool = False
    needs: str = ""

    @property
    def missing(self) -> bool:
        """Whether what it needs is not installed."""
        return bool(self.needs) and find_spec(self.needs) is None


def _best(scores: Any) -> Found:
    top = np.argpartition(-scores, min(TOP, len(scores) - 1))[:TOP]
    return sorted(((int(at), float(scores[at])) for at in top), key=lambda one: -one[1])


def brute_force(scorer: Any, scale: float) -> Callable[..., Any]:
    """Return a peer that scores every folded name with one function of rapidfuzz."""

    def build(listed: Sequence[Listed]) -> Callable[[Sequence[str]], list[Found]]:
        folded = [fold(one.name) for one in listed]

        def ask(names: Sequence[str]) -> list[Found]:
            return [
                _best(process.cdist([fold(name)], folded, scorer=scorer, dtype=np.float32)[0] / scale) for name in names
            ]

        return ask

    return build


DIFFERENT_LETTER, SHORTER, SHORT_BY, LEFT_OVER = 0.9, 0.3, 0.9, 0.15
"""The settings that Watchman documents for its Jaro-Winkler: weight of a different first letter, of a difference in
length, the cutoff of that, and the weight of listed words that nothing stands for."""


def watchman_like(listed: Sequence[Listed]) -> Callable[[Sequence[str]], list[Found]]:
    """Return a full scan as Watchman's documentation describes it: each word asked for takes its best listed word.

    Own code: Jaro-Winkler of the words, less for another first letter and for another length, weighted by length;
    then less for listed words that no word stands for. Every unique word is scored once for each word asked for.
    """
    words: dict[str, int] = {}
    rows = [[words.setdefault(word, len(words)) for word in fold(one.name).split()] or [0] for one in listed]
    flat = np.array([word for row in rows for word in row])
    starts = np.concatenate([[0], np.cumsum([len(row) for row in rows])[:-1]])
    texts = list(words) or [""]
    sizes = np.array([len(text) for text in texts], float)
    first = np.array([ord(text[0]) if text else 0 for text in texts])
    chars = np.add.reduceat(sizes[flat], starts)

    def likeness(word: str) -> Any:
        found = process.cdist([word], texts, scorer=JaroWinkler.similarity, dtype=np.float64)[0]
        ratio = np.minimum(sizes, len(word)) / np.maximum(sizes, len(word))
        found = np.where(ratio < SHORT_BY, found * (1 - SHORTER * (1 - ratio)), found)
        return np.where(first == ord(word[0]), found, found * DIFFERENT_LETTER)

    def ask(names: Sequence[str]) -> list[Found]:
        return [_best(_scan(fold(name).split(), likeness, flat, starts, sizes, chars)) for name in names]

    return ask


def _scan(asked: list[str], likeness: Any, flat: Any, starts: Any, sizes: Any, chars: Any) -> Any:
    total = np.zeros(len(starts))
    taken = np.zeros(len(flat), bool)
    for word in asked:
        scores = likeness(word)[flat]
        best = np.maximum.reduceat(scores, starts)
        total += best * len(word)
        owner = np.repeat(np.arange(len(starts)), np.diff([*starts, len(flat)]))
        taken |= scores >= best[owner]
    left = np.add.reduceat(np.where(taken, 0, sizes[flat]), starts) / np.maximum(chars, 1)
    return total / max(sum(map(len, asked)), 1) * (1 - LEFT_OVER * left)


def tf_idf(listed: Sequence[Listed]) -> Callable[[Sequence[str]], list[Found]]:
    """Return TF-IDF of three letters with the sparse product of sparse_dot_topn, all names in one call."""
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sparse_dot_topn import sp_matmul_topn

    vectors = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 3), dtype=np.float32)
    corpus = vectors.fit_transform([fold(one.name) for one in listed]).T.tocsr()

    def ask(names: Sequence[str]) -> list[Found]:
        product = sp_matmul_topn(vectors.transform([fold(name) for name in names]), corpus, top_n=TOP, sort=True)
        return [
            list(zip(product.indices[a:b].tolist(), product.data[a:b].tolist(), strict=True))
            for a, b in zip(product.indptr[:-1], product.indptr[1:], strict=True)
        ]

    return ask


def full_text(listed: Sequence[Listed]) -> Callable[[Sequence[str]], list[Found]]:
    """Return SQLite's FTS5 with trigrams; its rank, turned round and cut to 0 to 1, is the score."""
    ask_for = _candidates(listed)

    def ask(names: Sequence[str]) -> list[Found]:
        return [[(number, 1 - 1 / (1 + score)) for number, score in ask_for(fold(name), TOP)] for name in names]

    return ask


def _candidates(listed: Sequence[Listed]) -> Callable[[str, int], Iterable[tuple[int, float]]]:
    folder = tempfile.mkdtemp(prefix="fts5-")
    base = sqlite3.connect(Path(folder) / "names.db")
    base.execute("CREATE VIRTUAL TABLE names USING fts5(name, tokenize='trigram', detail=none)")
    base.executemany(
        "INSERT INTO names(rowid, name) VALUES (?, ?)", ((at, fold(one.name)) for at, one in enumerate(listed))
    )
    base.commit()

    def ask(name: str, most: int) -> Iterable[tuple[int, float]]:
        grams = {name[at : at + 3] for at in range(len(name) - 2)}
        if not grams:
            return []
        query = " OR ".join('"' + gram.replace('"', '""') + '"' for gram in sorted(grams))
        rows = base.execute("SELECT rowid, -rank FROM names WHERE names MATCH ? ORDER BY rank LIMIT ?", (query, most))
        return [(int(at), float(score)) for at, score in rows]

    return ask


RETRIEVED = 50
"""Names that are retrieved for logic-v2 to score, as its own server retrieves before it scores."""


def logic_v2(listed: Sequence[Listed]) -> Callable[[Sequence[str]], list[Found]]:
    """Return nomenklatura's logic-v2 on what a full-text search retrieves: it compares pairs and finds nothing."""
    from followthemoney import model
    from nomenklatura.matching import LogicV2

    retrieve = _candidates(listed)
    config = LogicV2.default_config()

    def proxy(key: str, schema: str, name: str) -> Any:
        return model.get_proxy({"id": key, "schema": schema, "properties": {"name": [name]}})

    def ask_one(name: str) -> Found:
        found = []  # an entity's names are remembered by its id, so each name asked for has its own
        for at, _ in retrieve(fold(name), RETRIEVED):
            one = listed[at]
            schema = {"person": "Person", "organization": "Organization", "vessel": "Vessel"}.get(
                one.kind, "LegalEntity"
            )
            scored = LogicV2.compare(proxy(f"asked {name}", schema, name), proxy(str(at), schema, one.name), config)
            found.append((at, float(scored.score)))
        return sorted(found, key=lambda pair: -pair[1])[:TOP]

    return lambda names: [ask_one(name) for name in names]


PEERS = (
    Peer("rapidfuzz JaroWinkler, every name", brute_force(JaroWinkler.similarity, 1.0), 0.9, slow=True),
    Peer("rapidfuzz ratio, every name", brute_force(fuzz.ratio, 100.0), 0.8, slow=True),
    Peer("rapidfuzz token_sort_ratio, every name", brute_force(fuzz.token_sort_ratio, 100.0), 0.8, slow=True),
    Peer("Watchman-like scan", watchman_like, 0.9, slow=True),
    Peer("TF-IDF + sparse_dot_topn, batch", tf_idf, 0.7, needs="sparse_dot_topn"),
    Peer("SQLite FTS5 trigrams", full_text, None, slow=True),
    Peer("FTS5 + nomenklatura logic-v2", logic_v2, 0.7, slow=True, needs="nomenklatura"),
)
