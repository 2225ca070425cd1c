"""What a document says, worked out from its text: pure functions over `source.Source`."""
