"""Reads of the legal chain. Each takes the actor first, but for those that services share."""
