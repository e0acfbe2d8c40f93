"""What each role may do, where it is held, and whom it may invite. The policy in one place."""

from dataclasses import dataclass

from levend.accounts.enums import Permission, PlaceKind, Role

P = Permission


@dataclass(frozen=True)
class RolePolicy:
    """`permissions` hold for the locations in reach of the place where the role is held."""

    place: PlaceKind
    permissions: frozenset[Permission]
    invites: frozenset[Role] = frozenset()


COUNCIL_ROLES = frozenset({Role.COUNCIL_MEMBER, Role.COUNCIL_CHAIR})
BOARD_ROLES = frozenset({Role.BOARD_MEMBER, Role.BOARD_SECRETARY})
_SCHOOL = frozenset({Role.EDITOR, Role.DIRECTOR})
_ERASING = frozenset({P.ASK_ERASURE, P.CONFIRM_ERASURE})
"""The board answers for what was adopted, so one of the two people who erase is always of the board."""

POLICIES: dict[Role, RolePolicy] = {
    Role.EDITOR: RolePolicy(PlaceKind.LOCATION, frozenset({P.SEE_STATE, P.READ_DRAFT, P.WRITE})),
    Role.DIRECTOR: RolePolicy(
        PlaceKind.LOCATION,
        frozenset(
            {
                P.SEE_STATE,
                P.READ_DRAFT,
                P.WRITE,
                P.START_PROFILE,
                P.ASK_ADVICE,
                P.REGISTER_ON_PAPER,
                P.SUBMIT,
                P.SHARE_CONCEPT,
                P.SEE_PEOPLE,
                P.ASK_ERASURE,
            }
        ),
        _SCHOOL | COUNCIL_ROLES,
    ),
    Role.COUNCIL_MEMBER: RolePolicy(PlaceKind.COUNCIL, frozenset({P.SEE_STATE, P.READ_ASKED})),
    Role.COUNCIL_CHAIR: RolePolicy(
        PlaceKind.COUNCIL,
        frozenset({P.SEE_STATE, P.READ_ASKED, P.GIVE_ADVICE, P.SEE_PEOPLE}),
        COUNCIL_ROLES,
    ),
    Role.BOARD_MEMBER: RolePolicy(
        PlaceKind.BOARD,
        frozenset({P.SEE_STATE, P.READ_DRAFT, P.ADOPT, P.REACT_TO_ADVICE, P.START_PROFILE, P.SEE_PEOPLE})
        | _ERASING,
        BOARD_ROLES | _SCHOOL,
    ),
    Role.BOARD_SECRETARY: RolePolicy(
        PlaceKind.BOARD,
        frozenset({P.SEE_STATE, P.READ_DRAFT, P.REGISTER_ON_PAPER, P.REACT_TO_ADVICE, P.SEE_PEOPLE})
        | _ERASING,
        BOARD_ROLES | _SCHOOL,
    ),
    Role.COORDINATOR: RolePolicy(
        PlaceKind.CONSORTIUM,
        frozenset({P.SEE_STATE, P.READ_SUBMITTED, P.RECEIVE, P.SEE_PEOPLE, P.KEEP_FORMATS, P.KEEP_ROUNDS}),
        frozenset({Role.COORDINATOR, Role.VIEWER, Role.DIRECTOR}) | BOARD_ROLES,
    ),
    Role.GROUP_COORDINATOR: RolePolicy(
        PlaceKind.GROUP,
        frozenset({P.SEE_STATE, P.READ_SUBMITTED, P.SEE_PEOPLE, P.KEEP_FORMATS, P.KEEP_ROUNDS}),
        frozenset({Role.GROUP_COORDINATOR}),
    ),
    Role.VIEWER: RolePolicy(PlaceKind.CONSORTIUM, frozenset({P.SEE_STATE, P.READ_SUBMITTED})),
    Role.OPERATOR: RolePolicy(
        PlaceKind.INSTALLATION,
        frozenset({P.SEE_PEOPLE}),
        frozenset({Role.OPERATOR, Role.COORDINATOR, Role.GROUP_COORDINATOR}),
    ),
}
