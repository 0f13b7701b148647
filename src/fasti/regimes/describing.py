"""Puts the formulas of law into words, so that a rule can be told without a party to apply it to."""

from fasti.regimes.formula import Formula
from fasti.regimes.rule import DeadlineRule


def say_formula(formula: Formula) -> str:
    """Return a formula in words, with its clock time; dates stay ISO.

    >>> say_formula(Formula(days=60, clock="09:30", zone="EST"))
    '60 days after the listing, 09:30 EST'
    """
    clock = f", {formula.clock} {formula.zone}".rstrip() if formula.clock else ""
    return f"{_day(formula)}{clock}"


def say_due(deadline: DeadlineRule) -> str:
    """Return a deadline in words, saying whether the day itself counts.

    >>> say_due(DeadlineRule("sell", Formula(days=365), inclusive=True))
    'through 365 days after the listing'
    """
    return f"{'through' if deadline.inclusive else 'before'} {say_formula(deadline.due)}"


def _day(formula: Formula) -> str:
    since = f"the event `{formula.event}`" if formula.event else "the listing"
    if formula.on is not None:
        return formula.on
    if formula.listing:
        return "with the listing"
    if formula.yearly:
        held = f", for what was held on {formula.held_on}" if formula.held_on else ""
        return f"{formula.yearly} of each year after {since}{held}"
    if formula.stated:
        return f"on the {formula.stated} date that the entry states"
    return f"{_count(formula)} after {since}"


def _count(formula: Formula) -> str:
    if formula.business_days is not None:
        return f"{formula.business_days} business days ({formula.calendar})"
    counts = ((formula.days, "days"), (formula.months, "months"), (formula.years, "years"))
    return " and ".join(f"{number} {unit}" for number, unit in counts if number is not None)
