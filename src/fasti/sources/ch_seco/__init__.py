"""The Swiss sanctions list of SECO: everybody who is or was on it, with the history of each."""
