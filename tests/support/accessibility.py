"""What every page must hold in a real browser, whoever it is for."""

from dataclasses import dataclass

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
DESKTOP, PHONE, SMALLEST = 1280, 360, 320
SMALLEST_TARGET = 24
"""CSS pixels, WCAG 2.2 criterion 2.5.8; a link inside a sentence is exempt."""

_OVERFLOW = """() => {
  const width = document.documentElement.clientWidth;
  const scrolls = (element) => {
    for (let parent = element.parentElement; parent && parent !== document.body; parent = parent.parentElement) {
      if (/auto|scroll|hidden|clip/.test(getComputedStyle(parent).overflowX)) return true;
    }
    return false;
  };
  if (document.documentElement.scrollWidth <= width) return [];
  return [...document.querySelectorAll('body *')]
    .filter((element) => element.getBoundingClientRect().right > width + 1 && !scrolls(element))
    .slice(0, 5)
    .map((element) => element.outerHTML.slice(0, 120));
}"""

_TARGETS = """(smallest) => {
  const shown = (element) => element.checkVisibility({visibilityProperty: true, opacityProperty: true});
  const inSentence = (element) => {
    if (element.tagName !== 'A' || getComputedStyle(element).display !== 'inline') return false;
    const around = element.closest('p, li, dd, td, th, summary, figcaption, h1, h2, h3');
    return around !== null && around.textContent.trim().length > element.textContent.trim().length;
  };
  const labelled = (element) => [...(element.labels || [])].some((label) => {
    const box = label.getBoundingClientRect();
    return box.width >= smallest && box.height >= smallest;
  });
  return [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')]
    .filter((element) => shown(element) && !inSentence(element) && !labelled(element))
    .filter((element) => !element.closest('.skip') && !element.classList.contains('skip'))
    .filter((element) => !(element.ariaHidden === 'true' && element.tabIndex < 0))  // nobody reaches it
    .filter((element) => {
      const box = element.getBoundingClientRect();
      return box.width < smallest - 0.5 || box.height < smallest - 0.5;
    })
    .slice(0, 5)
    .map((element) => element.outerHTML.slice(0, 120));
}"""

_AXE = "(options) => axe.run(options).then((results) => results.violations)"

_STRUCTURE = """() => ({
  headings: [...document.querySelectorAll('h1')].filter((one) => one.checkVisibility()).length,
  named: document.title.trim() !== '',
  lang: document.documentElement.lang,
})"""

_FROM_THE_TOP = """() => {
  document.body.tabIndex = -1;  // the next Tab starts where the focus was last, so put it before everything
  document.body.focus();
  document.body.removeAttribute('tabindex');
  window.scrollTo(0, 0);
}"""

_REACHED = """() => {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const style = getComputedStyle(element);
  const holder = element.closest('.choice, .keep__opt');
  const drawn = [style, holder && getComputedStyle(holder), holder && getComputedStyle(holder.lastElementChild)]
    .some((one) => one && one.outlineStyle !== 'none' && parseFloat(one.outlineWidth) > 0);
  return {html: element.outerHTML.slice(0, 120), drawn};
}"""


@dataclass(frozen=True)
class Reached:
    html: str
    focus_is_drawn: bool


def check_page(
    page: Page,
    *,
    widths: tuple[int, ...] = (DESKTOP, PHONE, SMALLEST),
    axe_at: tuple[int, ...] = (DESKTOP, SMALLEST),
) -> None:
    """Fail with a list of everything wrong: axe, sideways scrolling, targets that are too small to hit.

    Axe takes most of the time, and sees much the same at every width.
    """
    found: list[str] = []
    size = page.viewport_size or {"width": DESKTOP, "height": 900}
    for width in widths:
        page.set_viewport_size({"width": width, "height": size["height"]})
        found += [f"{width} px: {fault}" for fault in _geometry(page)]
        if width in axe_at:
            found += [f"{width} px: {fault}" for fault in _axe(page)]
    page.set_viewport_size(size)
    if found:
        raise AssertionError("\n".join([page.url, *found]))


def check_structure(page: Page) -> list[str]:
    """What the page lacks of a single heading, a title and a language."""
    found = page.evaluate(_STRUCTURE)
    return [
        *([] if found["headings"] == 1 else [f"{found['headings']} headings h1"]),
        *([] if found["named"] else ["no title"]),
        *([] if found["lang"] in {"nl", "en"} else [f"language {found['lang']!r}"]),
    ]


def tab_through(page: Page, *, most: int = 200) -> list[Reached]:
    """What the Tab key reaches from the top of the page, in order; stops where it comes round."""
    page.evaluate(_FROM_THE_TOP)
    reached: list[Reached] = []
    for _number in range(most):
        page.keyboard.press("Tab")
        found = page.evaluate(_REACHED)
        if found is None:
            break
        reached.append(Reached(found["html"], found["drawn"]))
    return reached


def _geometry(page: Page) -> list[str]:
    overflow = page.evaluate(_OVERFLOW)
    small = page.evaluate(_TARGETS, SMALLEST_TARGET)
    return [f"wider than the screen: {html}" for html in overflow] + [
        f"smaller than {SMALLEST_TARGET} px: {html}" for html in small
    ]


def _axe(page: Page) -> list[str]:
    if not page.evaluate("typeof axe !== 'undefined'"):
        page.evaluate(Axe().axe_script)
    violations = page.evaluate(_AXE, {"runOnly": RULES, "resultTypes": ["violations"]})
    return [
        f"{one['id']}: {one['help']}: {node['html'][:120]}" for one in violations for node in one["nodes"][:3]
    ]
