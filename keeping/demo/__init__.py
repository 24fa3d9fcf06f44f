"""Demo content of what is kept: a dossier, collections, and what an invented member follows."""
