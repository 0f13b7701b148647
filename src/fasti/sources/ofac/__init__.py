"""The formats in which OFAC publishes its lists, shared by its two publications."""
