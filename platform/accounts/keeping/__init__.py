"""What accounts let go of by themselves, and when."""
