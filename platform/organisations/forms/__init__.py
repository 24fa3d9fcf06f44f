"""What people fill in about organisations."""
