"""What editors meet in the admin besides the forms of their pages."""
