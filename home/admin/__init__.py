"""What editors meet on the dashboard that is about the site as a whole."""
