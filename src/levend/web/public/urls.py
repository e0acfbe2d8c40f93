from django.urls import path, register_converter

from levend.web.public import views
from levend.web.public.converters import DayConverter

register_converter(DayConverter, "day")

urlpatterns = [
    path("", views.region, name="region"),
    path("scholen/", views.schools, name="schools"),
    path("scholen/<str:code>/", views.school, name="school"),
    path("scholen/<str:code>/profiel.pdf", views.profile_pdf, name="profile_pdf"),
    path("scholen/<str:code>/op/<day:day>/", views.school, name="school_on"),
    path("scholen/<str:code>/op/<day:day>/profiel.pdf", views.profile_pdf, name="profile_pdf_on"),
]
