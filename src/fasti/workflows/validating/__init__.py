"""How well screening finds what it should, measured on the ledger's own parties: changed names, made-up names."""
