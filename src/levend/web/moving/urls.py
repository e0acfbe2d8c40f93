from django.urls import path

from levend.web.moving import views

urlpatterns = [
    path("", views.overview, name="moving"),
    path("<int:brought_id>/", views.brought, name="brought"),
    path("<int:brought_id>/scholen/", views.schools, name="brought_schools"),
    path("<int:brought_id>/neem-over/", views.take, name="take_brought"),
]
