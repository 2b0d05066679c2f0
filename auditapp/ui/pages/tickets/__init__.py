"""Complaint tickets: import an extract, map its columns, check it, test it."""
