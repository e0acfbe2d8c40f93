from django.urls import path

from levend.web.post import stop

urlpatterns = [path("<str:token>/", stop.stop_letters, name="stop_letters")]
