from django.urls import path

from levend.web.registers import views

urlpatterns = [
    path("", views.overview, name="registers"),
    path("<int:import_id>/", views.one_import, name="register_import"),
    path("<int:import_id>/doorvoeren/", views.apply, name="apply_register_import"),
    path("<int:import_id>/<slug:word>/", views.rows, name="register_import_rows"),
]
