"""Reading an existing document back in: its text becomes an outline, data and a list of doubts."""
