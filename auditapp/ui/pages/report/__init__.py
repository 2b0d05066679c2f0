"""The report page: what is exported, how it prints, what is missing, who signs."""
