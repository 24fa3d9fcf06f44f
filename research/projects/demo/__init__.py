"""Demo content of the network: invented project lines with invented people, marked as examples."""
