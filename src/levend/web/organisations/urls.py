from django.urls import path

from levend.web.organisations import belonging, consortium, lists, locations, look, regime, register

urlpatterns = [
    path("", lists.consortia, name="organisations"),
    path("groepen/", lists.groups, name="groups"),
    path("groepen/nieuw/", register.new_group, name="new_group"),
    path("groepen/van/<slug:code>/", register.group, name="group"),
    path("besturen/", lists.boards, name="boards"),
    path("besturen/nieuw/", register.new_board, name="new_board"),
    path("besturen/van/<slug:code>/", register.board, name="board"),
    path("vestigingen/", lists.locations, name="managed_locations"),
    path("vestigingen/nieuw/", locations.new_location, name="new_location"),
    path("vestiging/<slug:code>/", locations.location, name="location"),
    path("vestiging/<slug:code>/gegevens/", locations.location_facts, name="location_facts"),
    path("vestiging/<slug:code>/bestuur/", locations.hand_over, name="hand_over"),
    path("vestiging/<slug:code>/raad/", belonging.council, name="seat_council"),
    path("vestiging/<slug:code>/verband/", belonging.place, name="place_in_consortium"),
    path("vestiging/<slug:code>/verlaat/<int:membership_id>/", belonging.leave, name="leave_consortium"),
    path("nieuw/", consortium.new_consortium, name="new_consortium"),
    path("verband/<slug:code>/", consortium.consortium, name="consortium"),
    path("verband/<slug:code>/naam/", consortium.consortium_name, name="consortium_name"),
    path("verband/<slug:code>/contact/", consortium.contact, name="consortium_contact"),
    path("verband/<slug:code>/groep/", consortium.group_view, name="group_view"),
    path("verband/<slug:code>/kleuren/", look.colours, name="colours"),
    path("verband/<slug:code>/kleuren/voorbeeld.css", look.colours_preview, name="colours_preview"),
    path("verband/<slug:code>/logo/", look.logo, name="consortium_logo"),
    path("verband/<slug:code>/regime/", regime.regime, name="consortium_regime"),
    path("verband/<slug:code>/vestigingen/", lists.consortium_locations, name="consortium_locations"),
    path("verband/<slug:consortium>/vestigingen/nieuw/", locations.new_location, name="new_location_in"),
]
