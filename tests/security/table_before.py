"""The addresses around advice: what is still to do, what changed, good examples. Part of the table of `table.py`."""

BEFORE = """
GET  before_advice                        draft     in    200 200 404 404 200 200 404 404 404 404  404    404
POST before_advice                        draft     in    409 409 404 404 403 403 404 404 404 404  404    404
GET  before_advice                        asked     in    200 200 404 404 200 200 404 404 404 404  404    404
POST before_advice                        asked     in    409 409 404 404 403 403 404 404 404 404  404    404
GET  changes_now                          draft     in    200 200 404 404 200 200 404 404 404 404  404    404
GET  school_figures                       draft     in    200 200 200 200 200 200 200 200 200 404  404    404
POST school_figures                       draft     in    405 405 405 405 405 405 405 405 405 405  =      =
POST changes_now                          draft     in    405 405 405 405 405 405 405 405 405 405  =      =
GET  difference_pdf                       confirming in   404 404 404 404 404 404 404 404 404 404  404    404
POST difference_pdf                       confirming in   405 405 405 405 405 405 405 405 405 405  =      =
GET  examples                             adopted   in    200 200 404 404 200 200 404 404 404 404  404    404
POST examples                             adopted   in    go  go  404 404 403 403 404 404 404 404  404    404
GET  examples                             draft     in    200 200 404 404 200 200 404 404 404 404  404    404
POST examples                             draft     in    409 409 404 404 403 403 404 404 404 404  404    404
"""
