"""Documents: an outline as pure data, and its forms – Word, a web page, Markdown, plain text."""
