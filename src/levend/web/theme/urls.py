from django.urls import path

from levend.web.theme.views import logo, stylesheet

urlpatterns = [
    path("<str:code>.css", stylesheet, name="theme"),
    path("<str:code>.svg", logo, name="logo"),
]
