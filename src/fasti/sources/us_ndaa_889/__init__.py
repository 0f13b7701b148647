"""The names in section 889 of the NDAA for FY2019: description and reader."""
