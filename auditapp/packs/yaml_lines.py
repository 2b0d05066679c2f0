"""The reader of YAML files, as the packs use it; it stands in ``auditapp.yamlio.lines``."""

from __future__ import annotations

from auditapp.yamlio.lines import MAX_ALIASES, MAX_BYTES, MAX_DEPTH, MAX_NODES, read_yaml

__all__ = ["MAX_ALIASES", "MAX_BYTES", "MAX_DEPTH", "MAX_NODES", "read_yaml"]
