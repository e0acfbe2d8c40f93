"""Every address of Levend, and who gets what there: ONE table.

A row is a method, an address by its name (with a word after the colon where one address has several meanings), the
situation of De Linde (see `scenes.py`), and what each role gets. The object is always De Linde's.

    200 403 …   that status
    in          sent to the login
    go          sent on: what was asked is done, or stands somewhere else

The ten roles are those at De Linde, its board, its council, its consortium, its group. `fellow` and `stranger` are what
people in the same ten roles get who hold them elsewhere: a fellow at another school of the same board, a stranger at
another school of another board and consortium. `=` says: the same as the own role gets, because the address is not De
Linde's alone. For roles above the school the fellow works at the same board or consortium, so gets the same.

People who have nothing to do with an object get 404 for it, never 403: they may not know that it is there.
"""

from dataclasses import dataclass

from levend.accounts.enums import Role
from tests.security.table_before import BEFORE
from tests.security.table_formats import FORMATS
from tests.security.table_on_paper import ON_PAPER
from tests.security.table_organisations import ORGANISATIONS
from tests.security.table_public import PUBLIC
from tests.security.table_receipt import RECEIPT
from tests.security.table_registers import REGISTERS
from tests.security.table_rounds import ROUNDS
from tests.security.table_together import TOGETHER

ROLES: tuple[Role, ...] = (
    Role.EDITOR,
    Role.DIRECTOR,
    Role.COUNCIL_MEMBER,
    Role.COUNCIL_CHAIR,
    Role.BOARD_MEMBER,
    Role.BOARD_SECRETARY,
    Role.COORDINATOR,
    Role.GROUP_COORDINATOR,
    Role.VIEWER,
    Role.OPERATOR,
)
SCHOOL_ROLES = frozenset(ROLES[:4])
"""Roles whose fellow at another school of the board has nothing to do with De Linde."""

TABLE = """
                                                    anon  edi dir mem cha boa sec coo gro vie ope  fellow stranger

# The entrance
GET  account_login                        nothing   200   go  go  go  go  go  go  go  go  go  go   =      =
POST account_login                        nothing   200   go  go  go  go  go  go  go  go  go  go   =      =
GET  account_logout                       nothing   go    200 200 200 200 200 200 200 200 200 200  =      =
POST account_logout                       nothing   go    go  go  go  go  go  go  go  go  go  go   =      =
GET  accept_invitation                    nothing   200   200 200 200 200 200 200 200 200 200 200  =      =
POST accept_invitation                    nothing   go    go  go  go  go  go  go  go  go  go  go   =      =
GET  accept_invitation:guessed            nothing   404   404 404 404 404 404 404 404 404 404 404  =      =
POST accept_invitation:guessed            nothing   404   404 404 404 404 404 404 404 404 404 404  =      =
GET  enter_as                             nothing   405   405 405 405 405 405 405 405 405 405 405  =      =
POST enter_as                             nothing   404   404 404 404 404 404 404 404 404 404 404  =      =
GET  account_inactive                     nothing   200   200 200 200 200 200 200 200 200 200 200  =      =
POST account_inactive                     nothing   405   405 405 405 405 405 405 405 405 405 405  =      =
GET  account_change_password              nothing   in    200 200 200 200 200 200 200 200 200 200  =      =
POST account_change_password              nothing   in    200 200 200 200 200 200 200 200 200 200  =      =
GET  account_reset_password               nothing   200   200 200 200 200 200 200 200 200 200 200  =      =
POST account_reset_password               nothing   go    go  go  go  go  go  go  go  go  go  go   =      =
GET  account_reset_password_done          nothing   200   200 200 200 200 200 200 200 200 200 200  =      =
POST account_reset_password_done          nothing   405   405 405 405 405 405 405 405 405 405 405  =      =
GET  account_reset_password_from_key      nothing   200   200 200 200 200 200 200 200 200 200 200  =      =
POST account_reset_password_from_key      nothing   200   200 200 200 200 200 200 200 200 200 200  =      =
GET  account_reset_password_from_key_done nothing   200   200 200 200 200 200 200 200 200 200 200  =      =
POST account_reset_password_from_key_done nothing   405   405 405 405 405 405 405 405 405 405 405  =      =

# One's own start, and what everybody on the working side has
GET  home                                 asked     in    200 200 200 200 200 200 200 200 200 200  =      =
POST home                                 asked     in    405 405 405 405 405 405 405 405 405 405  =      =
GET  account                              nothing   in    200 200 200 200 200 200 200 200 200 200  =      =
POST account                              nothing   in    go  go  go  go  go  go  go  go  go  go   =      =
GET  gallery                              nothing   in    200 200 200 200 200 200 200 200 200 200  =      =
POST gallery                              nothing   in    405 405 405 405 405 405 405 405 405 405  =      =
GET  outbox                               nothing   in    200 200 200 200 200 200 200 200 200 200  =      =
POST outbox                               nothing   in    405 405 405 405 405 405 405 405 405 405  =      =
GET  letter_examples                      nothing   in    200 200 200 200 200 200 200 200 200 200  =      =
POST letter_examples                      nothing   in    405 405 405 405 405 405 405 405 405 405  =      =
GET  letter                               draft     in    200 200 200 200 200 200 200 200 200 200  =      =
POST letter                               draft     in    405 405 405 405 405 405 405 405 405 405  =      =
GET  letter_again                         draft     in    405 405 405 405 405 405 405 405 405 405  =      =
POST letter_again                         draft     in    403 403 403 403 403 403 go  403 403 go   =      =
GET  stop_letters                         nothing   200   200 200 200 200 200 200 200 200 200 200  =      =
POST stop_letters                         nothing   200   200 200 200 200 200 200 200 200 200 200  =      =
GET  stop_letters:guessed                 nothing   404   404 404 404 404 404 404 404 404 404 404  =      =
POST stop_letters:guessed                 nothing   404   404 404 404 404 404 404 404 404 404 404  =      =
GET  locations                            asked     in    200 200 200 200 200 200 200 200 200 200  =      =
POST locations                            asked     in    405 405 405 405 405 405 405 405 405 405  =      =

# People
GET  people                               draft     in    200 200 200 200 200 200 200 200 200 200  =      =
POST people                               draft     in    405 405 405 405 405 405 405 405 405 405  =      =
GET  people_list                          nothing   in    404 404 404 404 200 200 200 404 404 404  =      =
POST people_list                          nothing   in    404 404 404 404 200 200 200 404 404 404  =      =
GET  send_people_list                     nothing   in    405 405 405 405 405 405 405 405 405 405  =      =
POST send_people_list                     nothing   in    404 404 404 404 go  go  go  404 404 404  =      =
GET  people_at:school                     draft     in    404 200 404 200 200 200 200 404 404 404  404    404
POST people_at:school                     draft     in    404 go  404 422 go  go  go  404 404 404  404    404
GET  people_at:raad                       draft     in    404 200 404 200 200 200 200 404 404 404  404    404
POST people_at:raad                       draft     in    404 go  404 go  422 422 422 404 404 404  404    404
GET  people_at:bestuur                    draft     in    404 200 404 200 200 200 200 404 404 404  =      404
POST people_at:bestuur                    draft     in    404 422 404 422 go  go  go  404 404 404  =      404
GET  people_at:samenwerkingsverband       draft     in    404 404 404 404 404 404 200 404 404 200  =      404
POST people_at:samenwerkingsverband       draft     in    404 404 404 404 404 404 go  404 404 go   =      404
GET  people_at:groep                      draft     in    404 404 404 404 404 404 404 200 404 200  =      404
POST people_at:groep                      draft     in    404 404 404 404 404 404 404 go  404 go   =      404
GET  people_at:installatie                draft     in    404 404 404 404 404 404 404 404 404 200  =      404
POST people_at:installatie                draft     in    404 404 404 404 404 404 404 404 404 go   =      404
GET  end_membership                       draft     in    200 200 404 404 200 200 404 404 404 404  404    404
POST end_membership                       draft     in    go  go  404 404 go  go  404 404 404 404  404    404
GET  renew_invitation                     draft     in    405 405 405 405 405 405 405 405 405 405  =      =
POST renew_invitation                     draft     in    404 go  404 404 go  go  404 404 404 404  404    404
GET  withdraw_invitation                  draft     in    405 405 405 405 405 405 405 405 405 405  =      =
POST withdraw_invitation                  draft     in    404 go  404 404 go  go  404 404 404 404  404    404

# Writing: the school writes, its board reads along; council and consortium never see an unfinished text
GET  profile_overview                     draft     in    200 200 404 404 200 200 404 404 404 404  404    404
POST profile_overview                     draft     in    405 405 405 405 405 405 405 405 405 405  =      =
GET  profile_overview                     nothing   in    200 200 404 404 200 200 404 404 404 404  404    404
GET  profile_draft                        draft     in    200 200 404 404 200 200 404 404 404 404  404    404
POST profile_draft                        draft     in    405 405 405 405 405 405 405 405 405 405  =      =
GET  profile_chapter                      draft     in    200 200 404 404 200 200 404 404 404 404  404    404
POST profile_chapter                      draft     in    go  go  404 404 403 403 404 404 404 404  404    404
GET  profile_answer                       draft     in    go  go  404 404 go  go  404 404 404 404  404    404
POST profile_answer                       draft     in    200 200 404 404 403 403 404 404 404 404  404    404
GET  profile_history                      draft     in    200 200 404 404 200 200 404 404 404 404  404    404
POST profile_history                      draft     in    405 405 405 405 405 405 405 405 405 405  =      =
GET  profile_chapter                      asked     in    200 200 404 404 200 200 404 404 404 404  404    404
POST profile_chapter                      asked     in    409 409 404 404 403 403 404 404 404 404  404    404
POST profile_answer                       asked     in    409 409 404 404 403 403 404 404 404 404  404    404
GET  judge_answer                         again     in    go  go  404 404 go  go  404 404 404 404  404    404
POST judge_answer                         again     in    go  go  404 404 403 403 404 404 404 404  404    404
GET  judge_answer                         asked     in    go  go  404 404 go  go  404 404 404 404  404    404
POST judge_answer                         asked     in    409 409 404 404 403 403 404 404 404 404  404    404
POST judge_answer                         draft     in    404 404 404 404 403 403 404 404 404 404  404    404
GET  profile_overview                     again     in    200 200 404 404 200 200 404 404 404 404  404    404
GET  profile_chapter                      again     in    200 200 404 404 200 200 404 404 404 404  404    404
POST profile_chapter                      again     in    go  go  404 404 403 403 404 404 404 404  404    404
GET  profile_draft                        reopened  in    200 200 404 404 200 200 404 404 404 404  404    404
GET  profile_draft                        submitted in    200 200 404 404 200 200 404 404 404 404  404    404

# The chain: everybody around sees the state
GET  begin                                nothing   in    200 200 200 200 200 200 200 200 200 404  404    404
POST begin                                nothing   in    403 go  403 403 go  403 403 403 403 404  404    404
GET  chain                                nothing   in    go  go  go  go  go  go  go  go  go  404  404    404
GET  chain                                draft     in    200 200 200 200 200 200 200 200 200 404  404    404
POST chain                                draft     in    405 405 405 405 405 405 405 405 405 405  =      =
GET  chain                                published in    200 200 200 200 200 200 200 200 200 404  404    404

# Frozen texts and papers
GET  text                                 asked     in    200 200 200 200 200 200 404 404 404 404  404    404
GET  text                                 adopted   in    200 200 200 200 200 200 404 404 404 404  404    404
GET  text                                 submitted in    200 200 200 200 200 200 200 404 200 404  404    404
GET  text                                 shared    in    200 200 200 200 200 200 200 200 200 404  404    404
POST text                                 asked     in    405 405 405 405 405 405 405 405 405 405  =      =
GET  difference                           confirming in   200 200 200 200 200 200 404 404 404 404  404    404
POST difference                           confirming in   405 405 405 405 405 405 405 405 405 405  =      =
GET  concept_pdf                          asked     in    404 404 404 404 404 404 404 404 404 404  404    404
GET  concept_pdf                          concept   in    200 200 200 200 200 200 404 404 404 404  404    404
GET  concept_pdf                          shared    in    200 200 200 200 200 200 200 200 200 404  404    404
POST concept_pdf                          concept   in    405 405 405 405 405 405 405 405 405 405  =      =
GET  paper                                letter    in    200 200 200 200 200 200 404 404 404 404  404    404
GET  paper                                minutes   in    200 200 200 200 200 200 404 404 404 404  404    404
POST paper                                letter    in    405 405 405 405 405 405 405 405 405 405  =      =

# Erasing: a director or the board asks, the board confirms; who works around is told so. The log: school, board, council
GET  erasing                              draft     in    403 200 403 403 200 200 403 403 403 404  404    404
POST erasing                              draft     in    403 go  403 403 go  go  403 403 403 404  404    404
GET  erasing                              erasing   in    403 200 403 403 200 200 403 403 403 404  404    404
GET  confirm_erasure                      erasing   in    405 405 405 405 405 405 405 405 405 405  =      =
POST confirm_erasure                      erasing   in    403 403 403 403 go  go  403 403 403 404  404    404
GET  withdraw_erasure                     erasing   in    405 405 405 405 405 405 405 405 405 405  =      =
POST withdraw_erasure                     erasing   in    403 go  403 403 go  go  403 403 403 404  404    404
GET  log                                  draft     in    200 200 200 200 200 200 404 404 404 404  404    404
GET  log                                  published in    200 200 200 200 200 200 404 404 404 404  404    404
GET  log                                  nothing   in    404 404 404 404 404 404 404 404 404 404  404    404
POST log                                  draft     in    405 405 405 405 405 405 405 405 405 405  =      =

# Steps: who sees the state but does not take the step is told so
GET  step:advies-vragen                   draft     in    403 200 403 403 403 403 403 403 403 404  404    404
POST step:advies-vragen                   draft     in    403 go  403 403 403 403 403 403 403 404  404    404
GET  step:advies-geven                    asked     in    403 403 403 200 403 403 403 403 403 404  404    404
POST step:advies-geven                    asked     in    403 403 403 go  403 403 403 403 403 404  404    404
GET  step:advies-registreren              asked     in    403 200 403 403 403 200 403 403 403 404  404    404
POST step:advies-registreren              asked     in    403 go  403 403 403 go  403 403 403 404  404    404
GET  step:termijn-verstreken              late      in    403 200 403 403 403 403 403 403 403 404  404    404
POST step:termijn-verstreken              late      in    403 go  403 403 403 403 403 403 403 404  404    404
GET  step:heropenen                       asked     in    200 200 403 403 403 403 403 403 403 404  404    404
POST step:heropenen                       asked     in    go  go  403 403 403 403 403 403 403 404  404    404
GET  step:weer-voorleggen                 reopened  in    403 200 403 403 403 403 403 403 403 404  404    404
POST step:weer-voorleggen                 reopened  in    403 go  403 403 403 403 403 403 403 404  404    404
GET  step:bevestiging-vragen              reopened  in    403 200 403 403 403 403 403 403 403 404  404    404
POST step:bevestiging-vragen              reopened  in    403 go  403 403 403 403 403 403 403 404  404    404
GET  step:advies-bevestigen               confirming in   403 403 403 200 403 403 403 403 403 404  404    404
POST step:advies-bevestigen               confirming in   403 403 403 go  403 403 403 403 403 404  404    404
GET  step:bezwaar-advies                  letter    in    403 403 403 200 403 403 403 403 403 404  404    404
POST step:bezwaar-advies                  letter    in    403 403 403 go  403 403 403 403 403 404  404    404
GET  condition                            on_condition in 403 403 403 403 200 200 403 403 403 404  404    404
POST condition                            on_condition in 403 403 403 403 go  go  403 403 403 404  404    404
GET  step:voorwaarde                      on_condition in 404 404 404 404 404 404 404 404 404 404  404    404
POST step:voorwaarde                      on_condition in 404 404 404 404 404 404 404 404 404 404  404    404
GET  step:vaststellen                     advised   in    403 403 403 403 200 403 403 403 403 404  404    404
POST step:vaststellen                     advised   in    403 403 403 403 go  403 403 403 403 404  404    404
POST step:vaststellen                     on_condition in 403 403 403 403 409 403 403 403 403 404  404    404
GET  step:vaststelling-registreren        advised   in    403 200 403 403 403 200 403 403 403 404  404    404
POST step:vaststelling-registreren        advised   in    403 go  403 403 403 go  403 403 403 404  404    404
GET  step:teruggeven                      advised   in    403 403 403 403 200 403 403 403 403 404  404    404
POST step:teruggeven                      advised   in    403 403 403 403 go  403 403 403 403 404  404    404
GET  step:bezwaar-vaststelling            minutes   in    403 403 403 403 200 403 403 403 403 404  404    404
POST step:bezwaar-vaststelling            minutes   in    403 403 403 403 go  403 403 403 403 404  404    404
GET  step:corrigeren                      adopted   in    403 200 403 403 403 403 403 403 403 404  404    404
POST step:corrigeren                      adopted   in    403 go  403 403 403 403 403 403 403 404  404    404
GET  step:correctie-voorleggen            correcting in   403 200 403 403 403 403 403 403 403 404  404    404
POST step:correctie-voorleggen            correcting in   403 go  403 403 403 403 403 403 403 404  404    404
GET  step:correctie-bevestigen            corrected in    403 403 403 403 200 403 403 403 403 404  404    404
POST step:correctie-bevestigen            corrected in    403 403 403 403 go  403 403 403 403 404  404    404
GET  step:correctie-teruggeven            corrected in    403 403 403 403 200 403 403 403 403 404  404    404
POST step:correctie-teruggeven            corrected in    403 403 403 403 go  403 403 403 403 404  404    404
GET  step:indienen                        adopted   in    403 200 403 403 403 403 403 403 403 404  404    404
POST step:indienen                        adopted   in    403 go  403 403 403 403 403 403 403 404  404    404
GET  step:ontvangen                       submitted in    403 403 403 403 403 403 200 403 403 404  404    404
POST step:ontvangen                       submitted in    403 403 403 403 403 403 go  403 403 404  404    404
GET  step:correctie-vragen                submitted in    403 403 403 403 403 403 200 403 403 404  404    404
POST step:correctie-vragen                submitted in    403 403 403 403 403 403 go  403 403 404  404    404
POST step:vaststellen                     draft     in    403 403 403 403 409 403 403 403 403 404  404    404
POST step:ontvangen                       adopted   in    403 403 403 403 403 403 409 403 403 404  404    404
GET  contacts                             draft     in    200 200 403 403 403 403 403 403 403 404  404    404
POST contacts                             draft     in    go  go  403 403 403 403 403 403 403 404  404    404
GET  contact_person                       draft     in    200 200 403 403 403 403 403 403 403 404  404    404
POST contact_person                       draft     in    go  go  403 403 403 403 403 403 403 404  404    404
GET  contact_up                           draft     in    405 405 405 405 405 405 405 405 405 405  =      =
POST contact_up                           draft     in    go  go  403 403 403 403 403 403 403 404  404    404
GET  contact_down                         draft     in    405 405 405 405 405 405 405 405 405 405  =      =
POST contact_down                         draft     in    go  go  403 403 403 403 403 403 403 404  404    404
GET  remove_contact                       draft     in    405 405 405 405 405 405 405 405 405 405  =      =
POST remove_contact                       draft     in    go  go  403 403 403 403 403 403 403 404  404    404
GET  withdraw_profile                     published in    403 403 403 403 200 403 403 403 403 404  404    404
POST withdraw_profile                     published in    403 403 403 403 go  403 403 403 403 404  404    404
GET  withdraw_profile                     adopted   in    403 403 403 403 200 403 403 403 403 404  404    404
POST withdraw_profile                     adopted   in    403 403 403 403 409 403 403 403 403 404  404    404
GET  step:verzonnen                       draft     in    404 404 404 404 404 404 404 404 404 404  404    404
POST step:verzonnen                       draft     in    404 404 404 404 404 404 404 404 404 404  404    404

# Many at once: whoever may decide somewhere gets a page; what is not theirs is left out of it
GET  decide                               advised   in    403 403 403 200 200 403 403 403 403 403  =      =
POST decide:vaststellen                   advised   in    403 403 403 200 200 403 403 403 403 403  =      =
POST decide:adviseren                     asked     in    403 403 403 200 200 403 403 403 403 403  =      =
GET  receive                              submitted in    403 403 403 403 403 403 200 403 403 403  =      =
POST receive                              submitted in    403 403 403 403 403 403 200 403 403 403  =      =
"""


@dataclass(frozen=True)
class Row:
    """`own` holds what each role at De Linde gets."""

    method: str
    name: str
    word: str
    scene: str
    anonymous: str
    own: dict[Role, str]
    fellow: str
    stranger: str

    @property
    def key(self) -> str:
        return f"{self.name}:{self.word}" if self.word else self.name

    def __str__(self) -> str:
        return f"{self.method} {self.key} ({self.scene})"

    def of_fellow(self, role: Role) -> str:
        return self.fellow if role in SCHOOL_ROLES and self.fellow != "=" else self.own[role]

    def of_stranger(self, role: Role) -> str:
        """An installation has no stranger: every operator is one of it."""
        return self.own[role] if role is Role.OPERATOR or self.stranger == "=" else self.stranger


def _row(line: str) -> Row:
    method, key, scene, anonymous, *roles, fellow, stranger = line.split()
    name, _, word = key.partition(":")
    own = dict(zip(ROLES, roles, strict=True))
    return Row(method, name, word, scene, anonymous, own, fellow, stranger)


ROWS: tuple[Row, ...] = tuple(
    _row(line)
    for line in (
        PUBLIC + TABLE + BEFORE + TOGETHER + ON_PAPER + ORGANISATIONS + FORMATS + ROUNDS + REGISTERS + RECEIPT
    ).splitlines()
    if line.strip() and line.startswith(("GET", "POST"))
)
