"""Pages of verantwoordingen and schoolprogramma's. None of them is ever kept or found by a search engine."""
