from django.urls import path

from levend.web.together import by_link

urlpatterns = [
    path("<str:token>/", by_link.start, name="read_along"),
    path("<str:token>/<slug:chapter>/", by_link.chapter, name="read_along_chapter"),
]
