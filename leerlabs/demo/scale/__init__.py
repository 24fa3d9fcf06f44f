"""Generated members, threads and posts, for measuring."""
