"""Changes to profiles. Locking and freezing are called by adoption, inside the transaction of its own step."""

from levend.profiles.queries.content import content_sha256
from levend.profiles.services.bring import bring_sheet
from levend.profiles.services.bring_forms import HandedIn, bring_forms
from levend.profiles.services.chapter import save_chapter
from levend.profiles.services.co_readers import end_reader, invite_reader, mark_link_used
from levend.profiles.services.confirm import confirm_chapter, mark_seen
from levend.profiles.services.freeze import freeze_content, freeze_snapshot
from levend.profiles.services.judge import judge_answer
from levend.profiles.services.lock import lock, unlock
from levend.profiles.services.map_columns import map_columns
from levend.profiles.services.own_remarks import correct_remark, withdraw_remark
from levend.profiles.services.owners import end_chapters, give_chapter
from levend.profiles.services.remarks import answer_remark, place_remark, set_thread_state
from levend.profiles.services.save import save_answer
from levend.profiles.services.sharing import share_concept, take_back_concept
from levend.profiles.services.start import start_profile
from levend.profiles.services.take_brought import ask_brought, take_brought
from levend.profiles.services.take_over import take_over
from levend.profiles.services.throw_away import throw_away

__all__ = [
    "HandedIn",
    "answer_remark",
    "ask_brought",
    "bring_forms",
    "bring_sheet",
    "confirm_chapter",
    "content_sha256",
    "correct_remark",
    "end_chapters",
    "end_reader",
    "freeze_content",
    "freeze_snapshot",
    "give_chapter",
    "invite_reader",
    "judge_answer",
    "lock",
    "map_columns",
    "mark_link_used",
    "mark_seen",
    "place_remark",
    "save_answer",
    "save_chapter",
    "set_thread_state",
    "share_concept",
    "start_profile",
    "take_back_concept",
    "take_brought",
    "take_over",
    "throw_away",
    "unlock",
    "withdraw_remark",
]
