"""Open data in bulk: what its tables hold is said once, and every format is made from that."""
