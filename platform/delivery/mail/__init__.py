"""What a mail looks like: its text, its HTML and its headers."""
