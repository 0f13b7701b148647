"""Who may be bound by a rule: actors are sets of roles."""

from enum import StrEnum


class Role(StrEnum):
    """One role in which a person can be bound; definitions are per regime and stand in its rule."""

    US_PERSON = "us-person"
    US_DOD = "us-dod"
    US_AGENCY = "us-agency"
    EXPORTER = "exporter"
    IMPORTER_US = "importer-us"
    EU_PERSON = "eu-person"
    GB_PERSON = "gb-person"
    CH_PERSON = "ch-person"
    NON_US_PERSON = "non-us-person"


Actor = frozenset[Role]
"""The roles of whoever asks; an empty set asks for every bound class."""
