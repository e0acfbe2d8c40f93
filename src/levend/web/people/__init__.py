"""People: who has which role where, invitations, and ending a role."""
