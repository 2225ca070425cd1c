"""One dated event of a campaign and its programme, minute by minute."""
