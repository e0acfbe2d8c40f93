from django.urls import path

from levend.web.together import remarks

urlpatterns = [
    path("<slug:code>/opmerkingen/<slug:chapter>/", remarks.remarks, name="remarks"),
]
