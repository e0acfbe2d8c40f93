"""The part of the table about several hands on one profile; `table.py` says how a row is read."""

TOGETHER = """
                                                    anon  edi dir mem cha boa sec coo gro vie ope  fellow stranger

# Remarks: the school talks about its concept; who reads it along is told so, nobody else knows
GET  remarks                              together  in    200 200 404 404 403 403 404 404 404 404  404    404
POST remarks                              together  in    go  go  404 404 403 403 404 404 404 404  404    404
POST remarks                              asked     in    go  go  404 404 403 403 404 404 404 404  404    404

# Co-readers: the school gives links and takes them back; who has one needs nothing else, who has none gets nothing
GET  co_readers                           together  in    200 200 404 404 403 403 404 404 404 404  404    404
POST co_readers                           together  in    200 200 404 404 403 403 404 404 404 404  404    404
GET  end_co_reader                        together  in    405 405 405 405 405 405 405 405 405 405  =      =
POST end_co_reader                        together  in    go  go  404 404 403 403 404 404 404 404  404    404
GET  read_along                           together  200   200 200 200 200 200 200 200 200 200 200  =      =
POST read_along                           together  405   405 405 405 405 405 405 405 405 405 405  =      =
GET  read_along:guessed                   together  404   404 404 404 404 404 404 404 404 404 404  =      =
GET  read_along_chapter                   together  200   200 200 200 200 200 200 200 200 200 200  =      =
POST read_along_chapter                   together  go    go  go  go  go  go  go  go  go  go  go   =      =
GET  read_along_chapter:guessed           together  404   404 404 404 404 404 404 404 404 404 404  =      =
POST read_along_chapter:guessed           together  404   404 404 404 404 404 404 404 404 404 404  =      =

# Who writes which chapter
GET  chapter_owners                       together  in    200 200 404 404 403 403 404 404 404 404  404    404
POST chapter_owners                       together  in    go  go  404 404 403 403 404 404 404 404  404    404

# The director shares the concept; its consortium reads it, and everybody else around the school is told that they do not
GET  share_concept                        together  in    200 200 404 404 200 200 404 404 404 404  404    404
POST share_concept                        together  in    403 go  404 404 403 403 404 404 404 404  404    404
GET  shared_concept                       together  in    403 403 403 403 403 403 200 403 403 404  404    404
POST shared_concept                       together  in    405 405 405 405 405 405 405 405 405 405  =      =
GET  shared_concept                       draft     in    403 403 403 403 403 403 200 403 403 404  404    404
GET  shared_chapter                       together  in    403 403 403 403 403 403 200 403 403 404  404    404
POST shared_chapter                       together  in    403 403 403 403 403 403 go  403 403 404  404    404
POST shared_chapter                       draft     in    403 403 403 403 403 403 409 403 403 404  404    404
"""
