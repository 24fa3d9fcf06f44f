"""``/organisaties/<slug>/beheer/``: administrators manage their own people."""
