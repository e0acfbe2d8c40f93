from django.urls import path

from levend.web.onpaper import views

urlpatterns = [
    path("<slug:code>/op-papier/", views.on_paper, name="on_paper"),
    path("<slug:code>/op-papier/formulier.pdf", views.form_file, name="on_paper_form"),
    path("<slug:code>/op-papier/overnemen/", views.take, name="on_paper_take"),
]
