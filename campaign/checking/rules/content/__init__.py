"""What the words of a document say against the calendar, against each other and against good spelling."""

from campaign.checking.rules.content import dates, duties, wording

RULES = (*dates.RULES, *wording.RULES, *duties.RULES)
