from django.urls import path

from levend.web.public import converters, other_day, views  # noqa: F401  (converters make themselves known)

urlpatterns = [
    path("", views.region, name="region"),
    path("scholen/", views.schools, name="schools"),
    path("scholen/bladzijde/<int:number>/", views.schools, name="schools_page"),
    path("scholen/<str:code>/", views.school, name="school"),
    path("scholen/<str:code>/op/", other_day.other_day, name="other_day"),
    path("scholen/<str:code>/op/<day:day>/", views.school_on, name="school_on"),
]
