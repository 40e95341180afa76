"""Writing records by hand: skeletons, formatting, renaming, splitting, merging, and new workspaces."""
