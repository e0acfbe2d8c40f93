from django.urls import path

from levend.web.calendar import feed

urlpatterns = [path("<str:token>.ics", feed.feed, name="calendar_feed")]
