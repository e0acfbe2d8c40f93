"""Django's settings, from the environment."""

from levend.config.sqlite import use_bundled_sqlite

use_bundled_sqlite()  # before anything imports sqlite3

from pathlib import Path  # noqa: E402
from typing import Any  # noqa: E402

import dj_database_url  # noqa: E402
from csp.constants import NONCE, NONE, SELF  # noqa: E402
from django.utils.translation import gettext_lazy as _  # noqa: E402

from levend.config.environment import Environment, Mode, secret_key  # noqa: E402

ENVIRONMENT = Environment()
LEVEND_ENV = ENVIRONMENT.env.value
LEVEND_DATA = ENVIRONMENT.data.resolve()
LEVEND_SEAL = ENVIRONMENT.seal
LEVEND_BASE_URL = (
    f"http://{ENVIRONMENT.host}:{ENVIRONMENT.port}"
    if ENVIRONMENT.env is Mode.DEMO
    else f"https://{ENVIRONMENT.host}"
)
PACKAGE = Path(__file__).resolve().parent.parent

SECRET_KEY = secret_key(ENVIRONMENT)
DEBUG = False
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]"] if ENVIRONMENT.env is Mode.DEMO else [ENVIRONMENT.host]
ROOT_URLCONF = "levend.config.urls"
WSGI_APPLICATION = "levend.config.wsgi.application"
AUTH_USER_MODEL = "accounts.User"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "csp",
    "django_htmx",
    "template_partials.apps.SimpleAppConfig",
    "lucide",
    "django_tasks",
    "django_tasks_db",
    "levend.audit",
    "levend.documents",
    "levend.jobs",
    "levend.organisations",
    "levend.notifications",
    "levend.accounts",
    "levend.catalogue",
    "levend.regimes",
    "levend.formats",
    "levend.keyfigures",
    "levend.profiles",
    "levend.adoption",
    "levend.publication",
    "levend.rounds",
    "levend.demo",
    "levend.web",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "levend.web.middleware.LanguageMiddleware",
    "levend.web.personal.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "levend.web.personal.AuthenticationMiddleware",
    "levend.web.personal.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "levend.web.middleware.ActorMiddleware",
    "levend.web.middleware.WorkingSideMiddleware",
    "levend.web.middleware.ErrorsMiddleware",
]

_LOADERS = [
    "django.template.loaders.filesystem.Loader",
    "django.template.loaders.app_directories.Loader",
]
TEMPLATES: list[dict[str, Any]] = [  # the shape is Django's own
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [],
        "OPTIONS": {
            "loaders": [
                (
                    "template_partials.loader.Loader",
                    [("django.template.loaders.cached.Loader", _LOADERS)],
                )
            ],
            "builtins": ["template_partials.templatetags.partials"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "csp.context_processors.nonce",
                "levend.web.context.page",
            ],
        },
    }
]

_DATABASE_URL = ENVIRONMENT.database_url or f"sqlite:///{LEVEND_DATA / 'levend.sqlite3'}"
_SQLITE_OPTIONS = {
    # A deferred transaction that turns to writing fails at once under load; an immediate one waits its turn.
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA temp_store=MEMORY;",
}
DATABASES = {"default": dj_database_url.parse(_DATABASE_URL, conn_max_age=None, conn_health_checks=True)}
IS_SQLITE = DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3"
if IS_SQLITE:
    DATABASES["default"]["OPTIONS"] = _SQLITE_OPTIONS

CACHES = {
    # Rate limits must be the same in every process.
    "default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "levend_cache"},
}
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}

STORAGES = {
    "default": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": LEVEND_DATA / "files"},
    },
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
STATIC_URL = "/static/"
STATIC_ROOT = LEVEND_DATA / "static"
WHITENOISE_MAX_AGE = 60

LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", _("Nederlands")), ("en", _("Engels"))]
LOCALE_PATHS = [PACKAGE / "locale"]
USE_TZ = True
TIME_ZONE = "Europe/Amsterdam"

# A chapter of long answers in one form: 20,000 characters each, up to 400 fields.
DATA_UPLOAD_MAX_MEMORY_SIZE = 8 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5_000
DATA_UPLOAD_MAX_NUMBER_FILES = 1_000  # a form of every school, chosen at once
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024

# --- Accounts: by invitation only; allauth keeps login, reset and rate limits.
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
ACCOUNT_ADAPTER = "levend.accounts.adapter.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"  # an invitation proves the address
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_RATE_LIMITS = {
    "login": "60/m/ip",
    "login_failed": "10/m/ip,5/5m/key",
    "reset_password": "20/m/ip,5/m/key",
}
LOGIN_URL = "/inloggen/"
LOGIN_REDIRECT_URL = "/werk/"
ACCOUNT_LOGOUT_REDIRECT_URL = "/"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]

SILENCED_SYSTEM_CHECKS = ["auth.W004"]  # the address is unique without regard to capitals, by a constraint

# --- Mail: printed in demo, sent by SMTP when LEVEND_MAIL_URL says where (smtp://user:password@host:port).
DEFAULT_FROM_EMAIL = ENVIRONMENT.mail_from
EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
EMAIL_TIMEOUT = 20
MAIL_CLAIM_SECONDS = 300  # after which a letter is sent again whose worker was not heard of since
if ENVIRONMENT.mail_url:
    from urllib.parse import unquote, urlsplit

    _mail = urlsplit(ENVIRONMENT.mail_url)
    EMAIL_BACKEND = "levend.notifications.services.smtp.AnsweringBackend"
    EMAIL_HOST = _mail.hostname or "localhost"
    EMAIL_PORT = _mail.port or 25
    EMAIL_HOST_USER = unquote(_mail.username or "")
    EMAIL_HOST_PASSWORD = unquote(_mail.password or "")
    EMAIL_USE_TLS = _mail.scheme == "smtp+tls"
    EMAIL_USE_SSL = _mail.scheme == "smtps"

# --- Safety
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_NAME = "levend-sessie"
CSRF_COOKIE_NAME = "levend-csrf"
CSRF_FAILURE_VIEW = "levend.web.errors.csrf_failure"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
if ENVIRONMENT.env is Mode.PRODUCTION:
    SESSION_COOKIE_SECURE = True
    CSRF_COOKIE_SECURE = True
    SECURE_HSTS_SECONDS = 31_536_000
    ALLAUTH_TRUSTED_PROXY_COUNT = (
        1  # limits count visitors, not the web server in front, which adds their address
    )
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF, NONCE],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
        "manifest-src": [SELF],
    }
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "filters": {"keys": {"()": "levend.config.logs.WithoutKeys"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain", "filters": ["keys"]}},
    "root": {"handlers": ["console"], "level": ENVIRONMENT.log_level},
    "loggers": {"pikepdf": {"level": "WARNING"}},  # says at INFO that it was loaded
}
