from django.urls import path

from levend.web.gallery.views import gallery

urlpatterns = [path("", gallery, name="gallery")]
