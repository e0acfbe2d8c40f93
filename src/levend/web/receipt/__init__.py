"""What a coordinator looks at before receiving, questions between consortium and school, and a school's own questions."""
