"""The overview: figures, heat map, what is missing."""
