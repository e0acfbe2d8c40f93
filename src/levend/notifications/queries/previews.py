"""Every letter as it would arrive, with an example in it."""

from levend.notifications.letters import KINDS, compose, example_of
from levend.notifications.values import Preview


def previews(*, language: str) -> tuple[Preview, ...]:
    """All letters in this language, by name. The signature and the line ends are those of a real one."""
    return tuple(
        Preview(name, compose(name, example_of(name), language=language), kind.optional)
        for name, kind in KINDS.items()
    )
