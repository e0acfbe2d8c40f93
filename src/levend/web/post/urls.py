from django.urls import path

from levend.web.post import views

urlpatterns = [
    path("", views.outbox, name="outbox"),
    path("voorbeeld/", views.letter_examples, name="letter_examples"),
    path("<int:letter_id>/", views.letter, name="letter"),
    path("<int:letter_id>/opnieuw/", views.letter_again, name="letter_again"),
]
