"""The UFLPA Entity List: description and reader."""
