"""Answers for a watchdog or a load balancer; they say nothing that a stranger may not know."""
