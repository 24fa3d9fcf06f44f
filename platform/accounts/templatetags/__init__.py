"""What templates use of accounts."""
