"""The part of the table about a profile on paper; `table.py` says how a row is read."""

ON_PAPER = """
                                                    anon  edi dir mem cha boa sec coo gro vie ope  fellow stranger

# A profile on paper: only who writes it, since the form holds what the public never reads
GET  on_paper                             draft     in    200 200 404 404 403 403 404 404 404 404  404    404
POST on_paper                             draft     in    422 422 404 404 403 403 404 404 404 404  404    404
GET  on_paper                             nothing   in    404 404 404 404 404 404 404 404 404 404  404    404
GET  on_paper                             asked     in    200 200 404 404 403 403 404 404 404 404  404    404
POST on_paper                             asked     in    409 409 404 404 403 403 404 404 404 404  404    404
GET  on_paper_form                        draft     in    200 200 404 404 403 403 404 404 404 404  404    404
GET  on_paper_form                        asked     in    409 409 404 404 403 403 404 404 404 404  404    404
POST on_paper_form                        draft     in    405 405 405 405 405 405 405 405 405 405  =      =
GET  on_paper_take                        draft     in    405 405 405 405 405 405 405 405 405 405  =      =
POST on_paper_take                        draft     in    go  go  404 404 403 403 404 404 404 404  404    404
POST on_paper_take                        asked     in    409 409 404 404 403 403 404 404 404 404  404    404
"""
