"""Who is invited: positions and quotas first, persons when known."""
