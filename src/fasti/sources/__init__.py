"""Official publications: where they are described, how their bytes become listings, and what is refused."""
