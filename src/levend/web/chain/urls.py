from django.urls import path

from levend.web.chain import views

urlpatterns = [
    path("<str:code>/begin/", views.begin, name="begin"),
    path("<str:code>/stappen/", views.chain, name="chain"),
    path("<str:code>/stappen/voorwaarde/<int:number>/", views.step, {"slug": "voorwaarde"}, name="condition"),
    path("<str:code>/stappen/<slug:slug>/", views.step, name="step"),
    path("<str:code>/tekst/<str:sha256>/", views.text, name="text"),
    path("<str:code>/tekst/<str:sha256>/concept.pdf", views.concept, name="concept_pdf"),
    path("<str:code>/verschil/<str:before>/<str:after>/", views.difference, name="difference"),
    path("<str:code>/papier/<int:paper_id>/", views.paper, name="paper"),
]
