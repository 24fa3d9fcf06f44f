"""What members and visitors see of accounts."""
