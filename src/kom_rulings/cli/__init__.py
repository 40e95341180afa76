"""The command line: the only part that knows click, rich and exit codes."""
