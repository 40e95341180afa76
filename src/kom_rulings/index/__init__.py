"""Full-text search: our query language, the analysis of words, the contract of engines, and the index on disk."""
