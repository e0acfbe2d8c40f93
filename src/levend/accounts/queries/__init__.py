"""Reads of accounts."""

from levend.accounts.queries.actors import actor_for

__all__ = ["actor_for"]
