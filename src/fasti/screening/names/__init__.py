"""How names are read, compared and judged by the scorer `name_v1`."""
