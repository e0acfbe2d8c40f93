"""Every step of the legal chain, a verb each."""

from levend.adoption.services.adopting import adopt, register_adoption, return_to_school
from levend.adoption.services.advising import confirm_advice, give_advice, pass_term, register_advice
from levend.adoption.services.asking import ask_advice, ask_confirmation, offer_unchanged
from levend.adoption.services.confirming import confirm_place
from levend.adoption.services.correcting import (
    confirm_correction,
    correct,
    offer_correction,
    return_correction,
)
from levend.adoption.services.examples import consent_to_example, end_example, mark_example
from levend.adoption.services.many import Refusal, adopt_many, advise_many, receive_many
from levend.adoption.services.objecting import object_to_adoption, object_to_advice
from levend.adoption.services.opening import open_case
from levend.adoption.services.reacting import react
from levend.adoption.services.reopening import reopen
from levend.adoption.services.submitting import ask_correction, receive, submit
from levend.adoption.services.withdrawing import withdraw

__all__ = [
    "Refusal",
    "adopt",
    "adopt_many",
    "advise_many",
    "ask_advice",
    "ask_confirmation",
    "ask_correction",
    "confirm_advice",
    "confirm_correction",
    "confirm_place",
    "consent_to_example",
    "correct",
    "end_example",
    "give_advice",
    "mark_example",
    "object_to_adoption",
    "object_to_advice",
    "offer_correction",
    "offer_unchanged",
    "open_case",
    "pass_term",
    "react",
    "receive",
    "receive_many",
    "register_adoption",
    "register_advice",
    "reopen",
    "return_correction",
    "return_to_school",
    "submit",
    "withdraw",
]
