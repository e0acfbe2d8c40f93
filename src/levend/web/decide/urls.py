from django.urls import path

from levend.web.decide.views import decide, locations, receive

urlpatterns = [
    path("besluiten/", decide, name="decide"),
    path("ontvangen/", receive, name="receive"),
    path("scholen/", locations, name="locations"),
]
