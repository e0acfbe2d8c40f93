"""Tags of the look: `{% load levend %}`. The gallery page shows each of them."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django import template
from django.core.paginator import Page
from django.forms import BaseForm, BoundField
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString

from levend.core import clock
from levend.core.decision import Decision
from levend.web.look import dates, icons, people, signs
from levend.web.look.fields import FieldView, Said, faults_of

register = template.Library()

WEEK = 7

register.simple_tag(signs.mark, name="mark")
register.simple_tag(signs.rings, name="rings")
register.simple_tag(signs.sign, name="sign")


@register.simple_tag(name="icon")
def icon_tag(name: str, large: bool = False) -> SafeString:
    """`{% icon "lock" %}`: a drawing; a word stands beside it."""
    return icons.icon(str(name), large)


@register.simple_tag(name="ring")
def ring_tag(done: int, total: int, size: int = 56, figure: bool = False) -> SafeString:
    """`{% ring 39 50 %}`: progress; with `figure=True` the number in the middle."""
    return signs.ring(done, total, size=size, figure=figure)


@register.simple_tag(name="bar")
def bar_tag(done: float, total: float = 100, kind: str = "") -> SafeString:
    """`{% bar 39 50 %}` or `{% bar 78 %}`: progress as a line."""
    return signs.bar(100 * done / total if total else 0, kind)


@register.simple_tag(name="avatar")
def avatar_tag(name: str, small: bool = False) -> SafeString:
    return people.avatar(str(name), small)


@register.filter(name="initials")
def initials_filter(name: str) -> str:
    return people.initials(str(name))


@register.simple_tag(name="day")
def day_tag(value: date, style: str = "long") -> SafeString:
    """`{% day date %}`, `{% day date "short" %}`, `"weekday"`, `"month"`."""
    return dates.day(value, style)


@register.simple_tag(name="moment")
def moment_tag(value: datetime) -> SafeString:
    return dates.moment(value)


@register.simple_tag(name="recently")
def recently_tag(value: datetime) -> SafeString:
    return dates.recently(value)


register.simple_tag(dates.days_left, name="days_left")


@register.simple_tag(name="deadline")
def deadline_tag(due: date | None) -> SafeString:
    """`{% deadline task.due_on %}`: a label that says how long is left; nothing where there is no deadline."""
    if due is None:
        return SafeString("")
    left = (due - clock.today()).days
    kind, icon = (
        ("late", "triangle-alert") if left < 0 else ("grow", "clock") if left <= WEEK else ("quiet", "")
    )
    return tag_tag(dates.days_left(due), kind, icon)


@register.inclusion_tag("components/field.html", name="field")
def field_tag(
    bound: BoundField,
    size: str = "",
    rows: int = 0,
    live: Mapping[str, tuple[Said, ...]] | None = None,
) -> dict[str, object]:
    """`{% field form.name %}`: label, help, error and control. `size` s or m makes a short input.

    `live` is what stands beside the fields of a form that is checked while somebody types.
    """
    return {"view": FieldView(bound, size=size, rows=rows, live=live)}


@register.inclusion_tag("components/error_summary.html", name="errors")
def errors_tag(form: BaseForm) -> dict[str, object]:
    """`{% errors form %}`: what is wrong, with links, on top of the form. Nothing when all is well."""
    return {"faults": faults_of(form)}


@register.inclusion_tag("components/action.html", name="action")
def action_tag(
    decision: Decision,
    label: str,
    *,
    id: str,
    icon: str = "",
    kind: str = "",
    name: str = "",
    value: str = "",
    why: str = "",
    href: str = "",
    link: str = "",
) -> dict[str, object]:
    """A submit button when the decision is yes; else the closed button with its reason, which posts nothing.

    `kind` is 2, 3, s or warn; `why` explains an open button; `href` and `link` say where to go instead.
    """
    return {
        "decision": decision,
        "label": label,
        "id": id,
        "icon": icon,
        "kind": kind,
        "name": name,
        "value": value,
        "why": why,
        "href": href,
        "link": link,
    }


@register.simple_tag(name="tag")
def tag_tag(text: str, kind: str = "", icon: str = "") -> SafeString:
    """`{% tag "Concept" icon="pencil" %}`; kinds ok, grow, late, info, plum, brand, quiet."""
    return format_html(
        '<span class="tag{}">{}{}</span>',
        f" tag--{kind}" if kind else "",
        format_html("{} ", icons.icon(icon)) if icon else "",
        text,
    )


@register.inclusion_tag("components/turn.html", name="turn")
def turn_tag(name: str, title: str, text: str, due: date | None = None) -> dict[str, object]:
    """`{% turn name title text due %}`: whose turn it is, and how many days are left."""
    left = (due - clock.today()).days if due else 0
    return {"name": name, "title": title, "text": text, "due": due, "days": abs(left), "late": left < 0}


@register.inclusion_tag("components/pagination.html", name="pagination", takes_context=True)
def pagination_tag(
    context: template.Context, page: "Page[Any]", first: str = "", other: str = ""
) -> dict[str, object]:  # any model
    """`{% pagination page %}`: links to the other pages; keeps the rest of the query. Nothing for one page.

    `first` and `other` name the addresses of the first page and of the others, where a list has them.
    """
    query = context["request"].GET.copy()
    query.pop("bladzijde", None)

    def href(number: int | str) -> str:
        if first and not query and isinstance(number, int):
            return reverse(first) if number == 1 else reverse(other, args=[number])
        return "?" + "&".join(filter(None, (f"bladzijde={number}", query.urlencode())))

    numbers = page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    return {
        "page": page,
        "numbers": [(number, href(number)) for number in numbers],
        "previous": href(page.number - 1),
        "next": href(page.number + 1),
    }


_ALERT_ICONS = {"info": "info", "ok": "circle-check", "grow": "triangle-alert", "late": "circle-alert"}


@register.simple_block_tag(name="alert")
def alert_tag(content: str, kind: str = "info", title: str = "", id: str = "", level: int = 3) -> str:
    """`{% alert "ok" title="Ingediend" %}<p>…</p>{% endalert %}`; kinds info, ok, grow, late.

    `level` is that of the heading: 2 straight below the title of the page.
    """
    icon = _ALERT_ICONS[kind]
    context = {"content": content, "kind": kind, "title": title, "id": id, "icon": icon, "level": level}
    return render_to_string("components/alert.html", context)


@register.simple_block_tag(name="step")
def step_tag(content: str, title: str, kind: str = "done", icon: str = "", number: int = 0) -> str:
    """One item of a timeline (`ol.chain`): kind done, now, todo or void; `number` where there is no icon."""
    context = {"content": content, "title": title, "kind": kind, "icon": icon, "number": number}
    return render_to_string("components/step.html", context)


@register.simple_block_tag(name="empty")
def empty_tag(content: str, title: str, icon: str = "inbox") -> str:
    """`{% empty "Nog geen scholen" icon="school" %}…{% endempty %}`: what a list says that holds nothing."""
    return render_to_string("components/empty.html", {"content": content, "title": title, "icon": icon})


@register.filter(name="tel")
def tel_filter(number: str) -> str:
    """A telephone number as a link dials it: `tel:{{ number|tel }}`; digits, and a plus in front."""
    digits = "".join(sign for sign in str(number) if sign in "0123456789")
    return f"+{digits}" if str(number).lstrip().startswith("+") else digits


@register.filter
def at(found: Mapping[str, object], key: str) -> object:
    """`{{ labels|at:key }}`: what a mapping has under a key; nothing for a key that it does not have."""
    return found.get(key, "")


@register.filter
def alert_kind(level: str) -> str:
    """The kind of alert for a level of Django's messages."""
    return {"success": "ok", "warning": "grow", "error": "late"}.get(level, "info")
