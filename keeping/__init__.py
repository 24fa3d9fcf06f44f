"""What a reader keeps: collections, alerts on searches and themes, and what was read last."""
