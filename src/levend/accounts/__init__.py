"""Who works with Levend: users, memberships, roles, and the actor that every query and service takes."""
