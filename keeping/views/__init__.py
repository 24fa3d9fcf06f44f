"""What members see of what they keep."""
