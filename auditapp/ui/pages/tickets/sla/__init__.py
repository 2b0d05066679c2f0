"""The auditee's limits: a grid of category × customer tier per clock, each with its source."""
