from django.urls import path

from levend.web.receipt import burden

urlpatterns = [path("<int:round_id>/last/", burden.round_burden, name="round_burden")]
