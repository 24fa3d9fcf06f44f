"""What editors see of the search: synonyms, pages on top, and what visitors looked for."""
