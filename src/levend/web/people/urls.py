from django.urls import path, register_converter

from levend.web.people import invitations, listing, views
from levend.web.people.kinds import PlaceKindConverter

register_converter(PlaceKindConverter, "place_kind")

urlpatterns = [
    path("", views.overview, name="people"),
    path("lijst/", listing.people_list, name="people_list"),
    path("lijst/verstuur/", listing.send, name="send_people_list"),
    path("rol/<int:membership_id>/beeindig/", views.end, name="end_membership"),
    path("uitnodiging/<int:invitation_id>/opnieuw/", invitations.renew, name="renew_invitation"),
    path("uitnodiging/<int:invitation_id>/intrekken/", invitations.withdraw, name="withdraw_invitation"),
    path("<place_kind:kind>/<slug:key>/", views.people_of_place, name="people_at"),
]
