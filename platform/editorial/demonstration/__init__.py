"""Demo content: what the loaders of all rooms share, and which rooms have some of their own."""
