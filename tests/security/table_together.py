"""The part of the table about several hands on one profile; `table.py` says how a row is read."""

TOGETHER = """
                                                    anon  edi dir mem cha boa sec coo gro vie ope  fellow stranger

# Remarks: the school talks about its concept; who reads it along is told so, nobody else knows
GET  remarks                              draft     in    200 200 404 404 403 403 404 404 404 404  404    404
POST remarks                              draft     in    go  go  404 404 403 403 404 404 404 404  404    404
POST remarks                              asked     in    go  go  404 404 403 403 404 404 404 404  404    404
"""
