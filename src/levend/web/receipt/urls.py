from django.urls import path

from levend.web.receipt import school, survey, views

urlpatterns = [
    path("<slug:code>/ontvangst/", views.receipt, name="receipt"),
    path("<slug:code>/vragen/", school.questions, name="school_questions"),
    path("<slug:code>/vraag/", school.ask_help, name="ask_help"),
    path("<slug:code>/terugblik/", survey.survey, name="school_survey"),
]
