"""All papers and calendars of a campaign in one file."""
