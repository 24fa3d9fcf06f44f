"""Accounting for a choice: the verantwoording and the schoolprogramma."""
