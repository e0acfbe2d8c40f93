from django.urls import path

from levend.web.record import views

urlpatterns = [path("<slug:code>/logboek/", views.log, name="log")]
