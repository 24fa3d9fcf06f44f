"""What each step of the form asks. Nothing is required to save a step; all of it is counted before sending in."""
