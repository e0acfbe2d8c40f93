"""Reading PDF files of strangers, in a process of their own that may fail.

Nothing is imported here: the reading process comes through this file too, and it should start quickly.
"""
