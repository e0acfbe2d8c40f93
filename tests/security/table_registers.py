"""The part of the table about bringing in open data; `table.py` says how a row is read."""

REGISTERS = """
                                                    anon  edi dir mem cha boa sec coo gro vie ope  fellow stranger

# Open data: the operator's, and what is of a consortium its coordinator's
GET  registers                            nothing   in    404 404 404 404 404 404 200 404 404 200  404    =
POST registers                            nothing   in    404 404 404 404 404 404 go  404 404 go   404    =
GET  register_import                      nothing   in    404 404 404 404 404 404 200 404 404 200  404    404
POST register_import                      nothing   in    404 404 404 404 404 404 go  404 404 go   404    404
GET  register_import_rows                 nothing   in    404 404 404 404 404 404 200 404 404 200  404    404
POST register_import_rows                 nothing   in    405 405 405 405 405 405 405 405 405 405  =      =
GET  apply_register_import                nothing   in    405 405 405 405 405 405 405 405 405 405  =      =
POST apply_register_import                nothing   in    404 404 404 404 404 404 go  404 404 go   404    404

# Answers from elsewhere: likewise, only what is of a consortium
GET  moving                               nothing   in    404 404 404 404 404 404 200 404 404 200  404    =
POST moving                               nothing   in    404 404 404 404 404 404 go  404 404 go   404    =
GET  brought                              nothing   in    404 404 404 404 404 404 200 404 404 200  404    404
POST brought                              nothing   in    404 404 404 404 404 404 go  404 404 go   404    404
GET  brought_schools                      nothing   in    404 404 404 404 404 404 200 404 404 200  404    404
POST brought_schools                      nothing   in    405 405 405 405 405 405 405 405 405 405  =      =
GET  take_brought                         nothing   in    405 405 405 405 405 405 405 405 405 405  =      =
POST take_brought                         nothing   in    404 404 404 404 404 404 go  404 404 go   404    404
GET  bring_forms                          nothing   in    405 405 405 405 405 405 405 405 405 405  =      =
POST bring_forms                          nothing   in    404 404 404 404 404 404 go  404 404 go   404    =
GET  discard_brought                      nothing   in    405 405 405 405 405 405 405 405 405 405  =      =
POST discard_brought                      nothing   in    404 404 404 404 404 404 go  404 404 go   404    404
"""
