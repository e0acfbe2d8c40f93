from django.urls import path

from levend.web.formats import conditional, draft, items, lists, preview, publishing

_DRAFT = "<slug:key>/concept/"

urlpatterns = [
    path("", lists.formats, name="formats"),
    path("nieuw/", lists.new_format, name="new_format"),
    path("nieuw/bestand/", lists.new_from_file, name="new_format_file"),
    path("<slug:key>/", lists.one_format, name="one_format"),
    path("<slug:key>/wijzig/", lists.new_version, name="new_format_version"),
    path("<slug:key>/versie/<int:number>.yaml", lists.version_file, name="format_file"),
    path(_DRAFT, draft.outline, name="format_draft"),
    path(f"{_DRAFT}naam/", draft.head, name="draft_head"),
    path(f"{_DRAFT}doe/", draft.change, name="draft_change"),
    path(f"{_DRAFT}geschiedenis/", draft.history, name="draft_history"),
    path(f"{_DRAFT}bestand.yaml", publishing.draft_file, name="draft_file"),
    path(f"{_DRAFT}inlezen/", publishing.import_file, name="draft_import"),
    path(f"{_DRAFT}publiceren/", publishing.publish, name="draft_publish"),
    path(f"{_DRAFT}bekijk/lezer/", preview.as_reader, name="draft_as_reader"),
    path(f"{_DRAFT}bekijk/concept.pdf", preview.as_pdf, name="draft_as_pdf"),
    path(f"{_DRAFT}bekijk/<int:chapter>/", preview.as_writer, name="draft_as_writer"),
    path(f"{_DRAFT}nieuw/", draft.chapter_head, name="draft_new_chapter"),
    path(f"{_DRAFT}<int:chapter>/", items.chapter, name="draft_chapter"),
    path(f"{_DRAFT}<int:chapter>/gegevens/", draft.chapter_head, name="draft_chapter_head"),
    path(f"{_DRAFT}<int:chapter>/nieuw/<slug:kind>/", items.new_item, name="draft_new_item"),
    path(f"{_DRAFT}<int:chapter>/<int:item>/", items.item, name="draft_item"),
    path(f"{_DRAFT}<int:chapter>/<int:item>/voorwaarde/", conditional.condition, name="draft_condition"),
]
