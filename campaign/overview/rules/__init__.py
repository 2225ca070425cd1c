"""What a reader of the overview needs to know: what needs attention, how far it is, what changed. Pure."""
