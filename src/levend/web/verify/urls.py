from django.urls import path

from levend.web.verify import views

urlpatterns = [path("", views.verify_document, name="verify")]
