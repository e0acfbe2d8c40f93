from django.urls import path

from levend.web.chain import before, changes, views, withdrawing, years

urlpatterns = [
    path("<slug:code>/begin/", views.begin, name="begin"),
    path("<slug:code>/voor-advies/", before.before, name="before_advice"),
    path("<slug:code>/stappen/", views.chain, name="chain"),
    path(
        "<slug:code>/stappen/voorwaarde/<int:number>/", views.step, {"slug": "voorwaarde"}, name="condition"
    ),
    path("<slug:code>/stappen/<slug:slug>/", views.step, name="step"),
    path("<slug:code>/kengetallen/", years.years, name="school_figures"),
    path("<slug:code>/intrekken/", withdrawing.withdraw_profile, name="withdraw_profile"),
    path("<slug:code>/tekst/<slug:sha256>/", views.text, name="text"),
    path("<slug:code>/tekst/<slug:sha256>/concept.pdf", views.concept, name="concept_pdf"),
    path("<slug:code>/verschil/<slug:before>/<slug:after>/", changes.difference, name="difference"),
    path(
        "<slug:code>/verschil/<slug:before>/<slug:after>/verschil.pdf",
        changes.difference_pdf,
        name="difference_pdf",
    ),
    path("<slug:code>/veranderd/", changes.changes_now, name="changes_now"),
    path("<slug:code>/papier/<int:paper_id>/", views.paper, name="paper"),
]
