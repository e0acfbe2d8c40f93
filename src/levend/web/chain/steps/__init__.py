"""Every step with its page: the one table that links a step, its address, its words, its form and its service."""

from levend.adoption.enums import Step
from levend.web.chain.steps import adopting, advising, asking, submitting
from levend.web.chain.steps.page import StepPage, terms_of

PAGES: tuple[StepPage, ...] = (*asking.PAGES, *advising.PAGES, *adopting.PAGES, *submitting.PAGES)
BY_STEP: dict[Step, StepPage] = {page.step: page for page in PAGES}
BY_SLUG: dict[str, StepPage] = {page.slug: page for page in PAGES}

__all__ = ["BY_SLUG", "BY_STEP", "PAGES", "StepPage", "terms_of"]
