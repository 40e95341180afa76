"""From drafts to records: matched, compared field by field, written with provenance, never over a person's work."""
