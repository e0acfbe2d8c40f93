from django.urls import path

from levend.web.rounds import dashboard, export, extending, lists, reminding, setting_out, whole

urlpatterns = [
    path("", lists.rounds, name="rounds"),
    path("nieuw/", setting_out.new_round, name="new_round"),
    path("<int:round_id>/", dashboard.one_round, name="one_round"),
    path("<int:round_id>/lijst.xlsx", export.spreadsheet, name="round_export"),
    path("<int:round_id>/opzet/", whole.setup, name="round_setup"),
    path("<int:round_id>/opzet/wijzig/", setting_out.change, name="change_round"),
    path("<int:round_id>/nakijken/", setting_out.check, name="check_round"),
    path("<int:round_id>/scholen/", whole.add, name="add_schools"),
    path("<int:round_id>/uitstel/", extending.extend, name="extend_round"),
    path("<int:round_id>/herinneringen/", reminding.reminders, name="round_reminders"),
    path("<int:round_id>/herinneringen/nu/", reminding.remind, name="remind_schools"),
    path("<int:round_id>/sluiten/", whole.close, name="close_round"),
    path("<int:round_id>/heropenen/", whole.reopen, name="reopen_round"),
]
