from django.urls import path

from levend.web.moving import folder, views

urlpatterns = [
    path("", views.overview, name="moving"),
    path("formulieren/", folder.hand_in, name="bring_forms"),
    path("<int:brought_id>/", views.brought, name="brought"),
    path("<int:brought_id>/scholen/", views.schools, name="brought_schools"),
    path("<int:brought_id>/neem-over/", views.take, name="take_brought"),
    path("<int:brought_id>/gooi-weg/", folder.discard, name="discard_brought"),
]
