"""Where the data of a publication come from: its DOI, or a file of a reference manager."""
