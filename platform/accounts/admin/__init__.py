"""What editors see of people."""
