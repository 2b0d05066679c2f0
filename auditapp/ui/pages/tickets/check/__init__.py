"""Whether an extract is complete: totals, card, told figures, other sources and extracts."""
