from django.urls import path

from levend.web.examples import views

urlpatterns = [path("<slug:code>/voorbeelden/", views.examples, name="examples")]
