"""The part of the table about organisations; `table.py` says how a row is read."""

ORGANISATIONS = """
                                                    anon  edi dir mem cha boa sec coo gro vie ope  fellow stranger

# Organisations: the operator's, and of a consortium its coordinator's
GET  organisations                        nothing   in    404 404 404 404 404 404 go  404 404 200  404    =
POST organisations                        nothing   in    405 405 405 405 405 405 405 405 405 405  =      =
GET  groups                               nothing   in    404 404 404 404 404 404 404 404 404 200  404    404
POST groups                               nothing   in    405 405 405 405 405 405 405 405 405 405  =      =
GET  boards                               nothing   in    404 404 404 404 404 404 404 404 404 200  404    404
POST boards                               nothing   in    405 405 405 405 405 405 405 405 405 405  =      =
GET  managed_locations                    nothing   in    404 404 404 404 404 404 404 404 404 200  404    404
POST managed_locations                    nothing   in    405 405 405 405 405 405 405 405 405 405  =      =
GET  new_group                            nothing   in    404 404 404 404 404 404 404 404 404 200  404    404
POST new_group                            nothing   in    404 404 404 404 404 404 404 404 404 go   404    404
GET  group                                nothing   in    404 404 404 404 404 404 404 404 404 200  404    404
POST group                                nothing   in    404 404 404 404 404 404 404 404 404 go   404    404
GET  board                                nothing   in    404 404 404 404 404 404 404 404 404 200  404    404
POST board                                nothing   in    404 404 404 404 404 404 404 404 404 go   404    404
GET  new_location                         nothing   in    404 404 404 404 404 404 404 404 404 200  404    404
POST new_location                         nothing   in    404 404 404 404 404 404 404 404 404 go   404    404
GET  new_consortium                       nothing   in    404 404 404 404 404 404 404 404 404 200  404    404
POST new_consortium                       nothing   in    404 404 404 404 404 404 404 404 404 go   404    404
GET  new_board                            nothing   in    404 404 404 404 404 404 200 404 404 200  404    =
POST new_board                            nothing   in    404 404 404 404 404 404 go  404 404 go   404    =
GET  consortium                           nothing   in    404 404 404 404 404 404 200 404 404 200  404    404
POST consortium                           nothing   in    405 405 405 405 405 405 405 405 405 405  =      =
GET  consortium_locations                 nothing   in    404 404 404 404 404 404 200 404 404 200  404    404
POST consortium_locations                 nothing   in    405 405 405 405 405 405 405 405 405 405  =      =
GET  location                             nothing   in    404 404 404 404 404 404 200 404 404 200  404    404
POST location                             nothing   in    405 405 405 405 405 405 405 405 405 405  =      =
GET  colours_preview                      nothing   in    404 404 404 404 404 404 200 404 404 200  404    404
POST colours_preview                      nothing   in    405 405 405 405 405 405 405 405 405 405  =      =
GET  consortium_contact                   nothing   in    404 404 404 404 404 404 200 404 404 200  404    404
POST consortium_contact                   nothing   in    404 404 404 404 404 404 go  404 404 go   404    404
GET  group_view                           nothing   in    404 404 404 404 404 404 200 404 404 200  404    404
POST group_view                           nothing   in    404 404 404 404 404 404 go  404 404 go   404    404
GET  colours                              nothing   in    404 404 404 404 404 404 200 404 404 200  404    404
POST colours                              nothing   in    404 404 404 404 404 404 go  404 404 go   404    404
GET  consortium_logo                      nothing   in    404 404 404 404 404 404 200 404 404 200  404    404
POST consortium_logo                      nothing   in    404 404 404 404 404 404 go  404 404 go   404    404
GET  new_location_in                      nothing   in    404 404 404 404 404 404 200 404 404 200  404    404
POST new_location_in                      nothing   in    404 404 404 404 404 404 go  404 404 go   404    404
GET  location_facts                       nothing   in    404 404 404 404 404 404 200 404 404 200  404    404
POST location_facts                       nothing   in    404 404 404 404 404 404 go  404 404 go   404    404
GET  seat_council                         nothing   in    404 404 404 404 404 404 200 404 404 200  404    404
POST seat_council                         nothing   in    404 404 404 404 404 404 go  404 404 go   404    404
GET  leave_consortium                     nothing   in    404 404 404 404 404 404 200 404 404 200  404    404
POST leave_consortium                     nothing   in    404 404 404 404 404 404 go  404 404 go   404    404
GET  consortium_name                      nothing   in    404 404 404 404 404 404 403 404 404 200  404    404
POST consortium_name                      nothing   in    404 404 404 404 404 404 403 404 404 go   404    404
GET  hand_over                            nothing   in    404 404 404 404 404 404 403 404 404 200  404    404
POST hand_over                            nothing   in    404 404 404 404 404 404 403 404 404 go   404    404
GET  place_in_consortium                  nothing   in    404 404 404 404 404 404 403 404 404 200  404    404
POST place_in_consortium                  nothing   in    404 404 404 404 404 404 403 404 404 go   404    404
GET  consortium_regime                    nothing   in    404 404 404 404 404 404 200 404 404 200  404    404
POST consortium_regime                    nothing   in    404 404 404 404 404 404 go  404 404 403  404    404
GET  catalogue                            nothing   in    404 404 404 404 404 404 200 404 404 200  404    404
POST catalogue                            nothing   in    404 404 404 404 404 404 go  404 404 403  404    404
GET  new_own_entry                        nothing   in    404 404 404 404 404 404 200 404 404 403  404    404
POST new_own_entry                        nothing   in    404 404 404 404 404 404 go  404 404 403  404    404
GET  close_own_entry                      nothing   in    404 404 404 404 404 404 200 404 404 403  404    404
POST close_own_entry                      nothing   in    404 404 404 404 404 404 go  404 404 403  404    404
"""
