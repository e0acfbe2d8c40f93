"""Things that tests need, with defaults: plain functions, one file per app.

`region.make_region()` gives a whole small region with a person for every role.
"""
