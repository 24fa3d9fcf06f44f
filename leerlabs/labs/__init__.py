"""Leerlabs themselves: their page, joining and leaving, and the pages of their hosts."""
