"""Weighing: comparing interventions and practices, and the history of a figure."""
