from django.urls import path

from levend.web.contacts import views

urlpatterns = [
    path("<slug:code>/contact/", views.contacts, name="contacts"),
    path("<slug:code>/contact/<int:contact_id>/", views.contact, name="contact_person"),
    path("<slug:code>/contact/<int:contact_id>/omhoog/", views.move, {"up": True}, name="contact_up"),
    path("<slug:code>/contact/<int:contact_id>/omlaag/", views.move, {"up": False}, name="contact_down"),
    path("<slug:code>/contact/<int:contact_id>/weg/", views.remove, name="remove_contact"),
]
