"""Real servers for the tests: found, started and stopped here, or counted as missing."""
