from django.urls import path

from levend.web.calendar import views

urlpatterns = [
    path("", views.links, name="calendar_links"),
    path("<int:link_id>/intrekken/", views.end, name="end_calendar_link"),
]
