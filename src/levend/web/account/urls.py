"""The names are those that allauth expects; the addresses are in Dutch."""

from django.urls import path, re_path

from levend.web.account import invitation, views
from levend.web.account.demo import enter_as

urlpatterns = [
    path("", views.Login.as_view(), name="account_login"),
    path("uit/", views.Logout.as_view(), name="account_logout"),
    path("uitnodiging/<str:token>/", invitation.accept, name="accept_invitation"),
    path("proef/<str:key>/", enter_as, name="enter_as"),
    path("gesloten/", views.Inactive.as_view(), name="account_inactive"),
    path("wachtwoord/", views.ChangePassword.as_view(), name="account_change_password"),
    path("wachtwoord-vergeten/", views.ForgotPassword.as_view(), name="account_reset_password"),
    path("wachtwoord-vergeten/verstuurd/", views.LetterSent.as_view(), name="account_reset_password_done"),
    path(
        "wachtwoord-vergeten/klaar/",
        views.NewPasswordDone.as_view(),
        name="account_reset_password_from_key_done",
    ),
    re_path(
        r"^wachtwoord-vergeten/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        views.NewPassword.as_view(),
        name="account_reset_password_from_key",
    ),
]
