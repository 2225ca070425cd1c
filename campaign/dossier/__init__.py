"""All papers and calendars of a campaign in one place: a zip, or a folder."""
