"""Demo content of publications: invented ones, marked as examples, that show versions, files and a withdrawal."""
