from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "levend.accounts"
    label = "accounts"
