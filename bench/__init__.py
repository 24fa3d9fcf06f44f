"""How fast the site is, each figure beside its floor: `make bench`."""
