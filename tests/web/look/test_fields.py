import re
from datetime import date

import pytest
from django import forms
from django.template import Context, Template

from levend.core.errors import Invalid
from levend.web.forms import DayField, PlainForm, TextField, put_faults


class Meeting(PlainForm):
    day = DayField(label="Datum", help_text="Bijvoorbeeld 27 1 2027")
    place = TextField(label="Plaats", required=False, max_length=20)
    kind = forms.ChoiceField(
        label="Soort", choices=[("a", "Open"), ("b", "Besloten")], widget=forms.RadioSelect
    )
    sure = forms.BooleanField(label="Zeker weten")


def render(form: forms.Form) -> str:
    source = "{% load levend %}{% errors form %}{% for one in form %}{% field one %}{% endfor %}"
    return Template(source).render(Context({"form": form}))


def ids(html: str) -> set[str]:
    return set(re.findall(r'\bid="([^"]+)"', html))


@pytest.mark.parametrize("data", [None, {"day": "morgen", "kind": "z"}])
def test_everything_that_a_control_refers_to_is_there(data: dict[str, str] | None) -> None:
    html = render(Meeting(data))
    named = {
        one for found in re.findall(r'(?:aria-describedby|for)="([^"]+)"', html) for one in found.split()
    }
    assert named
    assert named <= ids(html)


def test_the_summary_links_to_each_control_that_is_wrong() -> None:
    html = render(Meeting({"day": "morgen", "kind": "z"}))
    assert "Er zijn 3 fouten" in html
    targets = set(re.findall(r'href="#([^"]+)"', html))
    assert targets == {"id_day", "id_kind_0", "id_sure"}
    assert targets <= ids(html)


def test_no_summary_when_nothing_was_sent_or_nothing_is_wrong() -> None:
    assert "fout" not in render(Meeting())
    assert "fout" not in render(Meeting({"day": "27 1 2027", "kind": "a", "sure": "on"}))


def test_a_field_that_may_stay_empty_says_so() -> None:
    assert 'Plaats <span class="muted">(mag leeg blijven)</span>' in render(Meeting())


@pytest.mark.parametrize(
    "written",
    ["27 1 2027", "27-1-2027", "27-01-2027", "27/1/2027", "27 januari 2027", "27 JAN 2027", "2027-01-27"],
)
def test_a_date_may_be_written_as_people_do(written: str) -> None:
    assert DayField().clean(written) == date(2027, 1, 27)


@pytest.mark.parametrize("written", ["3 mrt 2027", "3 maart 2027"])
def test_march_has_two_short_names(written: str) -> None:
    assert DayField().clean(written) == date(2027, 3, 3)


@pytest.mark.parametrize("written", ["31 2 2027", "0 1 2027", "1 foo 2027", "morgen", "1 1 99", "१ 1 2027 x"])
def test_what_is_no_date_is_refused_with_an_example(written: str) -> None:
    with pytest.raises(forms.ValidationError) as refused:
        DayField().clean(written)
    assert "27 1 2027" in refused.value.messages[0]


def test_text_is_kept_plain() -> None:
    form = Meeting({"day": "27 1 2027", "kind": "a", "sure": "on", "place": "Zaal\u202e\x07 2\r\n"})
    assert form.is_valid()
    assert form.cleaned_data["place"] == "Zaal 2"


def test_what_a_service_refuses_stands_at_its_field() -> None:
    form = Meeting({"day": "27 1 2027", "kind": "a", "sure": "on"})
    assert form.is_valid()
    put_faults(form, Invalid("Nee.", {"day": "Deze dag is voorbij.", "elders": "Iets anders."}))
    assert form.errors == {"day": ["Deze dag is voorbij."], "__all__": ["Iets anders."]}
