"""What members type, made into safe HTML once, and shown with the names and pages of the moment."""
