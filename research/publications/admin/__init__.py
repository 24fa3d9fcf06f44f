"""What editors see of institutes where authors work."""
