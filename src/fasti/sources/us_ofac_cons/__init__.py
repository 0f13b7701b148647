"""OFAC's Consolidated Sanctions List: every OFAC list but the SDN List."""
