from django.urls import path

from levend.web.together import co_readers, division, remarks, sharing

urlpatterns = [
    path("<slug:code>/opmerkingen/<slug:chapter>/", remarks.remarks, name="remarks"),
    path("<slug:code>/verdeling/", division.chapter_owners, name="chapter_owners"),
    path("<slug:code>/meelezers/", co_readers.co_readers, name="co_readers"),
    path("<slug:code>/meelezers/<int:reader_id>/intrekken/", co_readers.end_co_reader, name="end_co_reader"),
    path("<slug:code>/delen/", sharing.share, name="share_concept"),
    path("<slug:code>/gedeeld/", sharing.shared, name="shared_concept"),
    path("<slug:code>/gedeeld/<slug:chapter>/", sharing.shared_chapter, name="shared_chapter"),
]
