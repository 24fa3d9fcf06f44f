"""The pages of reporting, deciding and appealing."""
