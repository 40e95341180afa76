"""The Word overview: first an outline as pure data, then the document."""
