"""Hashes of texts and tokens: by columns as one by one."""

from fasti.index.spelling import hash_bytes, hash_texts


def test_many_texts_hash_as_each_does() -> None:
    texts = ["x:kdf", "v:kdf", "x:kdf", "n:ali", "a", "s:владимир", "v:kdfhk", ""]
    for some in (texts, texts * 20):
        assert hash_texts(some).tolist() == [hash_bytes(text.encode()) for text in some]


def test_no_texts_have_no_hashes() -> None:
    assert len(hash_texts([])) == 0
