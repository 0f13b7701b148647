"""What a text says, held against what the record says."""
