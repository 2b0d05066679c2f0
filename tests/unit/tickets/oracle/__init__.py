"""A second computation of every shipped rule, from docs/tickets.md: plain Python over rows."""
