"""Demo content: texts written for this project, and the loader that turns them into pages."""
