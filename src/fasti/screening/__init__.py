"""From a query to scored and explained hits: scorers, legal forms, keys."""
