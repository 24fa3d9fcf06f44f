"""OAI-PMH 2.0: how repositories are harvested, with deletions and without a gap."""
