"""What readers of publications made of records share: taking a record apart, and judging the edition as a whole."""
