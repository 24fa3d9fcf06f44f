"""What members see and choose of their notifications, and the way out of mail for everyone."""
