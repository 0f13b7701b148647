"""The tree of acts that a rule can forbid: asking one reports effects on it and on any act containing it.

`deal` (blocked property) contains the narrower dealings; the rest stand alone. `transport` is what ships and aircraft
may not do or have done for them (call at a port, be chartered, crewed, registered); `manage` is to direct a company.
"""

from enum import StrEnum


class Conduct(StrEnum):
    """Something a person does that a restriction may reach; the `act` of an effect."""

    DEAL = "deal"
    PURCHASE = "purchase"
    SALE = "sale"
    POSSESS = "possess"
    PAY = "pay"
    PROVIDE_SERVICES = "provide_services"
    NEW_DEBT = "new_debt"
    NEW_EQUITY = "new_equity"
    EXPORT = "export"
    IMPORT = "import"
    DOD_CONTRACT = "dod_contract"
    DOD_PROCURE = "dod_procure"
    FEDERAL_PROCURE = "federal_procure"
    AUTHORIZE = "authorize"
    CORRESPONDENT_ACCOUNT = "correspondent_account"
    TRAVEL = "travel"
    TRANSPORT = "transport"
    MANAGE = "manage"
    REPORT = "report"


PARENT: dict[Conduct, Conduct] = dict.fromkeys(
    (
        Conduct.PURCHASE,
        Conduct.SALE,
        Conduct.POSSESS,
        Conduct.PAY,
        Conduct.PROVIDE_SERVICES,
        Conduct.NEW_DEBT,
        Conduct.NEW_EQUITY,
    ),
    Conduct.DEAL,
)


def with_containers(conduct: Conduct) -> frozenset[Conduct]:
    """Return an act and every act that contains it.

    >>> sorted(with_containers(Conduct.PURCHASE))
    [<Conduct.DEAL: 'deal'>, <Conduct.PURCHASE: 'purchase'>]
    """
    found = {conduct}
    while (conduct := PARENT.get(conduct, conduct)) not in found:
        found.add(conduct)
    return frozenset(found)
