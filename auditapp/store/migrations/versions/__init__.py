"""One module per revision; revisions never import models."""
