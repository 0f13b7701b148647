"""What the readers of the US trade lists share: the Consolidated Screening List and the agencies' own files."""
