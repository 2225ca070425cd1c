"""What a lead unit does, with whom, by when."""
