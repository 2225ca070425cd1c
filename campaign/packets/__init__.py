"""A unit's tasks behind a private link: the unit accepts and reports from a phone, without an account."""
