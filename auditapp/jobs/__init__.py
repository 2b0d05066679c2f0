"""Long work: what it reports, how it is cancelled, who runs it. No Qt."""
