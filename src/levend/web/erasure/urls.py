from django.urls import path

from levend.web.erasure import views

urlpatterns = [
    path("<slug:code>/wissen/", views.erasing, name="erasing"),
    path("<slug:code>/wissen/<int:erasure_id>/bevestig/", views.confirm, name="confirm_erasure"),
    path("<slug:code>/wissen/<int:erasure_id>/intrekken/", views.withdraw, name="withdraw_erasure"),
]
