from django.urls import path

from levend.web.home.views import account, home

urlpatterns = [
    path("", home, name="home"),
    path("account/", account, name="account"),
]
