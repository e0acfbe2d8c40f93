"""Whether a page still reads when somebody makes its text twice as large (WCAG 2.2 criterion 1.4.4)."""

from playwright.sync_api import Page

_FAULTS = """() => {
  const texts = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const holder = node.parentElement;
    if (!node.data.trim() || !holder.checkVisibility({visibilityProperty: true})) continue;
    if (holder.closest('.vh, .skip, option, svg, .table-scroll')) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) if (box.width > 1) texts.push({box, holder, words: node.data.trim()});
  }
  const clips = (element) => {
    for (let one = element; one && one !== document.body; one = one.parentElement) {
      if (/hidden|clip/.test(getComputedStyle(one).overflow)) return one.getBoundingClientRect();
    }
    return null;
  };
  const said = (text) => text.words.slice(0, 60);
  const found = [];
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth > width) found.push('the page is wider than the screen');
  for (const text of texts) {
    const inside = clips(text.holder);
    if (text.box.right > width + 1 || text.box.left < -1) found.push('beside the screen: ' + said(text));
    else if (inside && (text.box.bottom > inside.bottom + 2 || text.box.right > inside.right + 2)) {
      found.push('cut off: ' + said(text));
    }
  }
  texts.forEach((one, index) => texts.slice(index + 1).forEach((other) => {
    if (one.holder.contains(other.holder) || other.holder.contains(one.holder)) return;
    const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
    const down = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
    const small = Math.min(one.box.height, other.box.height);
    if (across > 2 && down > small / 3) found.push('overlapping: ' + said(one) + ' | ' + said(other));
  }));
  return [...new Set(found)].slice(0, 10);
}"""


def faults_at_double_size(page: Page) -> list[str]:
    """What is cut off, beside the screen or overlapping once all text is twice its size. Sets it back."""
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    found: list[str] = page.evaluate(_FAULTS)
    page.evaluate("document.documentElement.style.fontSize = ''")
    return found
