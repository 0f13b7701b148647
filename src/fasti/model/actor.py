"""Who may be bound by a rule: actors are sets of roles."""

from enum import StrEnum


class Role(StrEnum):
    """One role in which a person can be bound; definitions are per regime and stand in its rule.

    `state` is a state through its own authorities, where the law speaks to it and not to persons (a resolution of the
    Security Council, a ban on entry); `listed-person` is the listed party itself, where it is told what not to do.
    """

    US_PERSON = "us-person"
    US_DOD = "us-dod"
    US_AGENCY = "us-agency"
    EXPORTER = "exporter"
    IMPORTER_US = "importer-us"
    EU_PERSON = "eu-person"
    GB_PERSON = "gb-person"
    CH_PERSON = "ch-person"
    CA_PERSON = "ca-person"
    AU_PERSON = "au-person"
    NON_US_PERSON = "non-us-person"
    STATE = "state"
    LISTED_PERSON = "listed-person"


Actor = frozenset[Role]
"""The roles of whoever asks; an empty set asks for every bound class."""
