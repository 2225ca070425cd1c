"""Plans a launch ceremony and draws every paper and calendar from one set of data."""
