"""Logging in and out, a new password, an invitation. Accounts come from invitations only."""
