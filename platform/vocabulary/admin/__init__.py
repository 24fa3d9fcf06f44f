"""What editors see of the vocabulary: lists as trees, forms, and merging themes."""
