"""The part of the table about formats that consortia make; `table.py` says how a row is read."""

FORMATS = """
                                                    anon  edi dir mem cha boa sec coo gro vie ope  fellow stranger

# Formats: whoever coordinates, of a consortium or a group, has a list and can begin one
GET  formats                              formats   in    404 404 404 404 404 404 200 200 404 404  =      =
POST formats                              formats   in    405 405 405 405 405 405 405 405 405 405  =      =
GET  new_format                           formats   in    404 404 404 404 404 404 200 200 404 404  =      =
POST new_format                           formats   in    404 404 404 404 404 404 go  go  404 404  =      =
GET  new_format_file                      formats   in    404 404 404 404 404 404 200 200 404 404  =      =
POST new_format_file                      formats   in    404 404 404 404 404 404 go  go  404 404  =      =

# One format and its draft: its own coordinator's; an unfinished one is nobody else's
GET  one_format                           formats   in    404 404 404 404 404 404 200 404 404 404  404    404
POST one_format                           formats   in    405 405 405 405 405 405 405 405 405 405  =      =
GET  new_format_version                   formats   in    405 405 405 405 405 405 405 405 405 405  =      =
POST new_format_version                   formats   in    404 404 404 404 404 404 go  404 404 404  404    404
GET  format_file                          formats   in    404 404 404 404 404 404 200 404 404 404  404    404
POST format_file                          formats   in    405 405 405 405 405 405 405 405 405 405  =      =
GET  format_draft                         formats   in    404 404 404 404 404 404 200 404 404 404  404    404
POST format_draft                         formats   in    405 405 405 405 405 405 405 405 405 405  =      =
GET  draft_head                           formats   in    404 404 404 404 404 404 200 404 404 404  404    404
POST draft_head                           formats   in    404 404 404 404 404 404 go  404 404 404  404    404
GET  draft_change                         formats   in    405 405 405 405 405 405 405 405 405 405  =      =
POST draft_change                         formats   in    404 404 404 404 404 404 go  404 404 404  404    404
GET  draft_history                        formats   in    404 404 404 404 404 404 200 404 404 404  404    404
POST draft_history                        formats   in    405 405 405 405 405 405 405 405 405 405  =      =
GET  draft_file                           formats   in    404 404 404 404 404 404 200 404 404 404  404    404
POST draft_file                           formats   in    405 405 405 405 405 405 405 405 405 405  =      =
GET  draft_import                         formats   in    404 404 404 404 404 404 200 404 404 404  404    404
POST draft_import                         formats   in    404 404 404 404 404 404 go  404 404 404  404    404
GET  draft_publish                        formats   in    404 404 404 404 404 404 200 404 404 404  404    404
POST draft_publish                        formats   in    404 404 404 404 404 404 409 404 404 404  404    404
GET  draft_as_reader                      formats   in    404 404 404 404 404 404 200 404 404 404  404    404
POST draft_as_reader                      formats   in    405 405 405 405 405 405 405 405 405 405  =      =
GET  draft_as_pdf                         formats   in    404 404 404 404 404 404 200 404 404 404  404    404
POST draft_as_pdf                         formats   in    405 405 405 405 405 405 405 405 405 405  =      =
GET  draft_as_writer                      formats   in    404 404 404 404 404 404 200 404 404 404  404    404
POST draft_as_writer                      formats   in    404 404 404 404 404 404 200 404 404 404  404    404
GET  draft_new_chapter                    formats   in    404 404 404 404 404 404 200 404 404 404  404    404
POST draft_new_chapter                    formats   in    404 404 404 404 404 404 go  404 404 404  404    404
GET  draft_chapter                        formats   in    404 404 404 404 404 404 200 404 404 404  404    404
POST draft_chapter                        formats   in    405 405 405 405 405 405 405 405 405 405  =      =
GET  draft_chapter_head                   formats   in    404 404 404 404 404 404 200 404 404 404  404    404
POST draft_chapter_head                   formats   in    404 404 404 404 404 404 go  404 404 404  404    404
GET  draft_new_item                       formats   in    404 404 404 404 404 404 200 404 404 404  404    404
POST draft_new_item                       formats   in    404 404 404 404 404 404 go  404 404 404  404    404
GET  draft_item                           formats   in    404 404 404 404 404 404 200 404 404 404  404    404
POST draft_item                           formats   in    404 404 404 404 404 404 go  404 404 404  404    404
GET  draft_condition                      formats   in    404 404 404 404 404 404 200 404 404 404  404    404
POST draft_condition                      formats   in    404 404 404 404 404 404 go  404 404 404  404    404
"""
