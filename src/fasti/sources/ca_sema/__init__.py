"""The Consolidated Canadian Autonomous Sanctions List: parties of regulations, without numbers of its own."""
