"""Tagged PDF made of data and a template."""
