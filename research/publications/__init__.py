"""Publications: bringing them in, their versions, and what is withdrawn."""
