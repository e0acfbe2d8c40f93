from django.urls import path

from levend.web.writing import autosave, judging, views

urlpatterns = [
    path("<str:code>/profiel/", views.overview, name="profile_overview"),
    path("<str:code>/concept/", views.whole_draft, name="profile_draft"),
    path("<str:code>/profiel/<slug:chapter>/", views.chapter, name="profile_chapter"),
    path("<str:code>/profiel/<slug:chapter>/<slug:key>/", autosave.answer, name="profile_answer"),
    path("<str:code>/profiel/<slug:chapter>/<slug:key>/eerder/", views.history, name="profile_history"),
    path("<str:code>/nagaan/<slug:chapter>/<slug:key>/", judging.judge, name="judge_answer"),
]
