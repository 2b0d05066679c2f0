"""The new-audit wizard."""
