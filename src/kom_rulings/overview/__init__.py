"""The overview of a tertial as an outline: what it says, in which order, for whom."""
