"""Says whether identifiers that name one party alone are well formed, check digit included.

They are asked of every identifier that an act names, in every look-up; the library of formats takes longer to import
than that. It is asked of values with letters that are not ASCII, which it may read as such.
"""

LEI_LENGTH = 20


def is_lei(value: str) -> bool:
    """Say whether a value is an LEI: 20 characters (ISO 17442) with check digits by ISO/IEC 7064, MOD 97-10.

    Args:
        value: Letters and digits alone, in upper case.
    """
    if len(value) != LEI_LENGTH:
        return False
    if not value.isascii():
        from stdnum import lei  # see above

        return bool(lei.is_valid(value))
    return int("".join(str(int(one, 36)) for one in value)) % 97 == 1


def is_imo(value: str) -> bool:
    """Say whether a value is a ship's number: six digits weighted 7 to 2, and the last digit of their sum.

    Args:
        value: Letters and digits alone, in upper case, without the letters IMO.
    """
    if not value.isascii() or not value.isdigit():
        from stdnum import imo  # see above

        return bool(imo.is_valid(value))
    digits = [int(one) for one in value]
    return len(digits) == _IMO and sum(one * (7 - at) for at, one in enumerate(digits[:-1])) % 10 == digits[-1]


_IMO = 7


def is_uscc(value: str) -> bool:
    """Say whether a value is a unified social credit code of China (GB 32100-2015), check character included.

    Args:
        value: Letters and digits alone, in upper case.
    """
    if not value.isascii():
        from stdnum.cn import uscc  # see above

        return bool(uscc.is_valid(value))
    if len(value) != _USCC or not value[:8].isdigit() or any(one not in _LETTERS for one in value):
        return False
    total = sum(_LETTERS.index(one) * pow(3, at, 31) for at, one in enumerate(value[:-1]))
    return value[-1] == _LETTERS[-total % 31]


_USCC = 18
_LETTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
