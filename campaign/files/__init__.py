"""File formats: Word, calendars, spreadsheets. They speak plain data and know no tables."""
