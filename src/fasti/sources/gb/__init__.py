"""What the publications of the United Kingdom's sanctions have in common."""
