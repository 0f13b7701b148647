"""OFAC's Specially Designated Nationals and Blocked Persons List."""
