"""Law as dated data, and the one composer that turns a party's history into its standing."""
