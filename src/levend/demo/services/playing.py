"""Playing a story: every act is the real service, done by the real person at its moment."""

from collections.abc import Callable, Iterable, Mapping

from levend.core import clock
from levend.demo.engine.stories import Act, Scene
from levend.demo.services import deciding_acts as deciding
from levend.demo.services import school_acts as school
from levend.demo.services.story import Story

_ACTS: Mapping[Act, Callable[[Story], None]] = {
    Act.OPEN: school.begin,
    Act.WRITE: school.write,
    Act.ASK: school.ask,
    Act.ADVISE: deciding.advise,
    Act.REACT: deciding.react,
    Act.ADOPT: deciding.adopt,
    Act.SUBMIT: school.submit,
    Act.RECEIVE: deciding.receive,
    Act.REOPEN: school.reopen,
    Act.CHANGE: school.change,
    Act.CONFIRM: school.confirm,
    Act.RETURN: deciding.give_back,
    Act.CORRECT: school.correct,
    Act.MEND: school.mend,
    Act.OFFER: school.offer,
    Act.ASK_CORRECTION: deciding.ask_correction,
}


def play(story: Story, scenes: Iterable[Scene]) -> None:
    """Do every act at its own moment."""
    for scene in scenes:
        with clock.at(scene.at):
            _ACTS[scene.act](story)
