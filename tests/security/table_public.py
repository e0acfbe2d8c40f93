"""The part of the table about pages for everybody; `table.py` says how a row is read."""

PUBLIC = """
                                                    anon  edi dir mem cha boa sec coo gro vie ope  fellow stranger

# Everybody
GET  health-live                          nothing   200   200 200 200 200 200 200 200 200 200 200  =      =
GET  health-ready                         nothing   503   503 503 503 503 503 503 503 503 503 503  =      =
GET  region                               published 200   200 200 200 200 200 200 200 200 200 200  =      =
GET  schools                              published 200   200 200 200 200 200 200 200 200 200 200  =      =
GET  schools_page                         published 200   200 200 200 200 200 200 200 200 200 200  =      =
GET  schools_page:en                      published 200   200 200 200 200 200 200 200 200 200 200  =      =
GET  school                               published 200   200 200 200 200 200 200 200 200 200 200  =      =
GET  school                               submitted 404   404 404 404 404 404 404 404 404 404 404  =      =
GET  school_on                            published 200   200 200 200 200 200 200 200 200 200 200  =      =
GET  school_on                            submitted 404   404 404 404 404 404 404 404 404 404 404  =      =
GET  profile_pdf                          published 200   200 200 200 200 200 200 200 200 200 200  =      =
GET  profile_pdf                          submitted 404   404 404 404 404 404 404 404 404 404 404  =      =
GET  profile_pdf_on                       published 200   200 200 200 200 200 200 200 200 200 200  =      =
GET  profile_json                         published 200   200 200 200 200 200 200 200 200 200 200  =      =
GET  profile_json_on                      published 200   200 200 200 200 200 200 200 200 200 200  =      =
GET  document                             published 200   200 200 200 200 200 200 200 200 200 200  =      =
GET  profile_pdf_on                       submitted 404   404 404 404 404 404 404 404 404 404 404  =      =
GET  profile_json                         submitted 404   404 404 404 404 404 404 404 404 404 404  =      =
GET  profile_json_on                      submitted 404   404 404 404 404 404 404 404 404 404 404  =      =
GET  document                             submitted 404   404 404 404 404 404 404 404 404 404 404  =      =
GET  theme                                nothing   200   200 200 200 200 200 200 200 200 200 200  =      =
GET  logo                                 nothing   404   404 404 404 404 404 404 404 404 404 404  =      =
GET  verify                               nothing   200   200 200 200 200 200 200 200 200 200 200  =      =
POST health-live                          nothing   405   405 405 405 405 405 405 405 405 405 405  =      =
POST health-ready                         nothing   405   405 405 405 405 405 405 405 405 405 405  =      =
POST region                               published 405   405 405 405 405 405 405 405 405 405 405  =      =
POST schools                              published 405   405 405 405 405 405 405 405 405 405 405  =      =
POST schools_page                         published 405   405 405 405 405 405 405 405 405 405 405  =      =
POST schools_page:en                      published 405   405 405 405 405 405 405 405 405 405 405  =      =
POST school                               published 405   405 405 405 405 405 405 405 405 405 405  =      =
POST school_on                            published 405   405 405 405 405 405 405 405 405 405 405  =      =
POST profile_pdf                          published 405   405 405 405 405 405 405 405 405 405 405  =      =
POST profile_pdf_on                       published 405   405 405 405 405 405 405 405 405 405 405  =      =
POST profile_json                         published 405   405 405 405 405 405 405 405 405 405 405  =      =
POST profile_json_on                      published 405   405 405 405 405 405 405 405 405 405 405  =      =
POST document                             published 405   405 405 405 405 405 405 405 405 405 405  =      =
POST theme                                nothing   405   405 405 405 405 405 405 405 405 405 405  =      =
POST logo                                 nothing   405   405 405 405 405 405 405 405 405 405 405  =      =
POST verify                               nothing   422   422 422 422 422 422 422 422 422 422 422  =      =

# Everybody asks about another day
GET  other_day                            published 200   200 200 200 200 200 200 200 200 200 200  =      =
GET  other_day:en                         published 200   200 200 200 200 200 200 200 200 200 200  =      =
POST other_day                            published 405   405 405 405 405 405 405 405 405 405 405  =      =
POST other_day:en                         published 405   405 405 405 405 405 405 405 405 405 405  =      =

# Everybody, in English
GET  region:en                            published 200   200 200 200 200 200 200 200 200 200 200  =      =
GET  schools:en                           published 200   200 200 200 200 200 200 200 200 200 200  =      =
GET  school:en                            published 200   200 200 200 200 200 200 200 200 200 200  =      =
GET  school_on:en                         published 200   200 200 200 200 200 200 200 200 200 200  =      =
GET  school:en                            submitted 404   404 404 404 404 404 404 404 404 404 404  =      =
GET  school_on:en                         submitted 404   404 404 404 404 404 404 404 404 404 404  =      =
GET  verify:en                            nothing   200   200 200 200 200 200 200 200 200 200 200  =      =
POST region:en                            published 405   405 405 405 405 405 405 405 405 405 405  =      =
POST schools:en                           published 405   405 405 405 405 405 405 405 405 405 405  =      =
POST school:en                            published 405   405 405 405 405 405 405 405 405 405 405  =      =
POST school_on:en                         published 405   405 405 405 405 405 405 405 405 405 405  =      =
POST verify:en                            nothing   422   422 422 422 422 422 422 422 422 422 422  =      =
"""
