"""Who can log in to the demo."""

from dataclasses import dataclass

DEMO_DOMAIN = "levend.example"
DEMO_PASSWORD = "levend-demo"  # noqa: S105  (printed by script/server: these accounts exist in the demo only)


@dataclass(frozen=True)
class DemoAccount:
    """The word that is typed at login, and the person of the region whom it stands for."""

    word: str
    person: str

    @property
    def email(self) -> str:
        return f"{self.word}@{DEMO_DOMAIN}"


ACCOUNTS = (
    DemoAccount("coordinator", "Fatima El Amrani"),
    DemoAccount("group", "Jan-Willem Schouten"),
    DemoAccount("director", "Ellen Verhoef"),
    DemoAccount("editor", "Joost van Dijk"),
    DemoAccount("council", "Sanne Bakker"),
    DemoAccount("board", "Peter Hendriks"),
    DemoAccount("director2", "Lotte Peters"),
    DemoAccount("board2", "Hanneke Brouwer"),
    DemoAccount("coordinator2", "Wouter Kamphuis"),
)
