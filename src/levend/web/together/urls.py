from django.urls import path

from levend.web.together import co_readers, remarks

urlpatterns = [
    path("<slug:code>/opmerkingen/<slug:chapter>/", remarks.remarks, name="remarks"),
    path("<slug:code>/meelezers/", co_readers.co_readers, name="co_readers"),
    path("<slug:code>/meelezers/<int:reader_id>/intrekken/", co_readers.end_co_reader, name="end_co_reader"),
]
