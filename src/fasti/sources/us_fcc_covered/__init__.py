"""The FCC's Covered List: description and reader."""
