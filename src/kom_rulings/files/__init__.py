"""Text on disk, without meaning yet: paths, reading with places, writing, full texts."""
