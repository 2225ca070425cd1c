"""The recurring days of the model and the procedures they apply to."""
