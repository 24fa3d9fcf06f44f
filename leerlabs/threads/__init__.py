"""The exchange inside a Leerlab: threads and posts, and what members do with them."""
