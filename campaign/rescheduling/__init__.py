"""Moving a ceremony: everything counted from its day moves with it, in one change that can be undone."""
