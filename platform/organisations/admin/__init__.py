"""What editors see of organisations."""
