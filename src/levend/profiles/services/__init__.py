"""Changes to profiles. The last four are called by adoption, inside the transaction of its own step."""

from levend.profiles.queries.content import content_sha256
from levend.profiles.services.chapter import save_chapter
from levend.profiles.services.confirm import confirm_chapter, mark_seen
from levend.profiles.services.freeze import freeze_content, freeze_snapshot
from levend.profiles.services.judge import judge_answer
from levend.profiles.services.lock import lock, unlock
from levend.profiles.services.save import save_answer
from levend.profiles.services.start import start_profile

__all__ = [
    "confirm_chapter",
    "content_sha256",
    "freeze_content",
    "freeze_snapshot",
    "judge_answer",
    "lock",
    "mark_seen",
    "save_answer",
    "save_chapter",
    "start_profile",
    "unlock",
]
