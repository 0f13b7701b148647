"""What readers of published texts share: notices of the Federal Register, web pages, names as prose prints them."""
