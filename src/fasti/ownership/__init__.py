"""Who is reached through ownership: stakes with dates and intervals, the rules, and the way from owner to asset."""
