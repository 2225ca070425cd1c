"""What puts a fault right: which format to set where, and which few signs to write otherwise. Decided here, written elsewhere."""
