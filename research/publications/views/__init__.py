"""The pages on which a researcher brings in a publication."""
