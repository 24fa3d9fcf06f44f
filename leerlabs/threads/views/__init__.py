"""What the addresses of threads and posts answer."""
