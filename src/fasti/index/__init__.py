"""From listings to names that can be found: folding, tokens, word weights, near words and candidates."""
