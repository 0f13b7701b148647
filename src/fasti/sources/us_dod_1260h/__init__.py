"""DoD's list of Chinese military companies: description and reader."""
