"""What machines read: records with their changes, OAI-PMH, the JSON API, sitemap and metadata."""
