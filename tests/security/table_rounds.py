"""The part of the table about collection rounds; `table.py` says how a row is read.

The round is that of De Linde's consortium, so its group and its fellows take part and look on.
"""

ROUNDS = """
                                                    anon  edi dir mem cha boa sec coo gro vie ope  fellow stranger

# Everybody has a list of the rounds that concern them; whoever coordinates, of a consortium or a group, can begin one
GET  rounds                               round_open in   200 200 200 200 200 200 200 200 200 200  =      =
POST rounds                               round_open in   405 405 405 405 405 405 405 405 405 405  =      =
GET  new_round                            round_open in   404 404 404 404 404 404 200 200 404 404  =      =
POST new_round                            round_open in   404 404 404 404 404 404 go  go  404 404  =      =

# A draft is its keeper's
GET  one_round                            round_draft in  404 404 404 404 404 404 200 404 404 404  =      404
GET  round_setup                          round_draft in  404 404 404 404 404 404 200 404 404 404  =      404
GET  change_round                         round_draft in  404 404 404 404 404 404 200 404 404 404  =      404
POST change_round                         round_draft in  404 404 404 404 404 404 go  404 404 404  =      404
GET  check_round                          round_draft in  404 404 404 404 404 404 200 404 404 404  =      404
POST check_round                          round_draft in  404 404 404 404 404 404 go  404 404 404  =      404
GET  school_round                         round_draft in  404 404 404 404 404 404 404 404 404 404  404    404

# An open round is seen by all of its schools and whoever is around them, and kept by one
GET  one_round                            round_open in   200 200 200 200 200 200 200 200 200 404  =      404
POST one_round                            round_open in   405 405 405 405 405 405 405 405 405 405  =      =
GET  round_export                         round_open in   200 200 200 200 200 200 200 200 200 404  =      404
POST round_export                         round_open in   405 405 405 405 405 405 405 405 405 405  =      =
GET  round_setup                          round_open in   200 200 200 200 200 200 200 200 200 404  =      404
POST round_setup                          round_open in   405 405 405 405 405 405 405 405 405 405  =      =
GET  change_round                         round_open in   403 403 403 403 403 403 200 403 403 404  =      404
POST change_round                         round_open in   403 403 403 403 403 403 go  403 403 404  =      404
GET  check_round                          round_open in   go  go  go  go  go  go  go  go  go  404  =      404
POST check_round                          round_open in   403 403 403 403 403 403 go  403 403 404  =      404
GET  add_schools                          round_open in   405 405 405 405 405 405 405 405 405 405  =      =
POST add_schools                          round_open in   403 403 403 403 403 403 go  403 403 404  =      404
GET  extend_round                         round_open in   403 403 403 403 403 403 200 403 403 404  =      404
POST extend_round                         round_open in   403 403 403 403 403 403 200 403 403 404  =      404
GET  round_reminders                      round_open in   403 403 403 403 403 403 200 403 403 404  =      404
POST round_reminders                      round_open in   403 403 403 403 403 403 go  403 403 404  =      404
GET  remind_schools                       round_open in   405 405 405 405 405 405 405 405 405 405  =      =
POST remind_schools                       round_open in   403 403 403 403 403 403 go  403 403 404  =      404
GET  close_round                          round_open in   405 405 405 405 405 405 405 405 405 405  =      =
POST close_round                          round_open in   403 403 403 403 403 403 go  403 403 404  =      404
GET  reopen_round                         round_open in   403 403 403 403 403 403 409 403 403 404  =      404
GET  school_round                         round_open in   200 200 200 200 200 200 200 200 200 404  404    404
POST school_round                         round_open in   405 405 405 405 405 405 405 405 405 405  =      =

# A closed round is reopened with a reason; nothing else is done with it
GET  reopen_round                         round_closed in 403 403 403 403 403 403 200 403 403 404  =      404
POST reopen_round                         round_closed in 403 403 403 403 403 403 go  403 403 404  =      404
POST extend_round                         round_closed in 403 403 403 403 403 403 409 403 403 404  =      404
POST change_round                         round_closed in 403 403 403 403 403 403 409 403 403 404  =      404
GET  school_round                         round_closed in 200 200 200 200 200 200 200 200 200 404  404    404

# Dates in one's own calendar: everybody's own links; a link is the key to its dates and to nothing else
GET  calendar_links                       round_open in   200 200 200 200 200 200 200 200 200 200  =      =
POST calendar_links                       round_open in   200 200 200 200 200 200 200 200 200 200  =      =
GET  end_calendar_link                    round_open in   405 405 405 405 405 405 405 405 405 405  =      =
POST end_calendar_link                    round_open in   404 404 404 404 404 404 404 404 404 404  =      =
GET  calendar_feed                        round_open 404  404 404 404 404 404 404 404 404 404 404  =      =
POST calendar_feed                        round_open 405  405 405 405 405 405 405 405 405 405 405  =      =
"""
