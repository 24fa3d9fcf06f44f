"""What was searched and what found nothing, counted without anything about who searched."""
