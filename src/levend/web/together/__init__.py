"""Several hands on one profile: remarks, chapters given to people, co-readers by a link, a concept that is shared."""
