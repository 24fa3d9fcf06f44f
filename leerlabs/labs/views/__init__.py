"""The pages around a Leerlab."""
