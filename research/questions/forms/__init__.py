"""What asker, kennismakelaar and researchers fill in."""
