"""What this machine keeps: the database, its backups, and the key that signs sessions."""
