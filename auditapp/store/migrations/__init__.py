"""The revisions of the audit file's schema, run in process by ``auditapp.store.migrate``."""
