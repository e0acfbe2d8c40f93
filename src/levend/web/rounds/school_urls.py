from django.urls import path

from levend.web.rounds import lists

urlpatterns = [path("<slug:code>/ronde/", lists.school, name="school_round")]
