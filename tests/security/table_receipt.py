"""The addresses around receipt, and between a school and its consortium. Part of the table of `table.py`."""

RECEIPT = """
                                                    anon  edi dir mem cha boa sec coo gro vie ope  fellow stranger

# What came in is for who receives it; the questions for the school and its board, which writes answers
GET  receipt                              questioned in   403 403 403 403 403 403 200 403 403 404  404    404
POST receipt                              questioned in   403 403 403 403 403 403 go  403 403 404  404    404
GET  receipt                              draft     in    403 403 403 403 403 403 200 403 403 404  404    404
POST receipt                              draft     in    403 403 403 403 403 403 409 403 403 404  404    404
GET  school_questions                     questioned in   200 200 403 403 200 200 403 403 403 404  404    404
POST school_questions                     questioned in   go  go  403 403 403 403 403 403 403 404  404    404
GET  school_questions                     draft     in    404 404 403 403 404 404 403 403 403 404  404    404

# A school's own questions
GET  ask_help                             draft     in    200 200 403 403 200 200 403 403 403 404  404    404
POST ask_help                             draft     in    go  go  403 403 go  go  403 403 403 404  404    404
# After handing in: what the school thinks of the format, and what the round took
GET  school_survey                        looking_back in 200 200 403 403 200 200 403 403 403 404  404    404
POST school_survey                        looking_back in go  go  403 403 403 403 403 403 403 404  404    404
GET  school_survey                        draft     in    404 404 403 403 404 404 403 403 403 404  404    404
GET  round_burden                         looking_back in 403 403 403 403 403 403 200 403 403 404  =      404
POST round_burden                         looking_back in 405 405 405 405 405 405 405 405 405 405  =      =
"""
