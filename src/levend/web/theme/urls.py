from django.urls import path

from levend.web.theme.views import stylesheet

urlpatterns = [path("<str:code>.css", stylesheet, name="theme")]
