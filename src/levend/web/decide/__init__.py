"""Several schools on one page: decide on many, and see how far each is."""
