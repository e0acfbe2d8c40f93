"""Settings of the test suite: fast hashes, files in a temporary folder, mail in memory."""

import os
import tempfile
from pathlib import Path

os.environ.setdefault("LEVEND_DATA", tempfile.mkdtemp(prefix="levend-test-"))
os.environ.setdefault("LEVEND_SECRET_KEY", "only-for-tests")
os.environ.pop("LEVEND_SEAL", None)

from levend.config.settings import *  # noqa: F403
from levend.config.settings import DATABASES, IS_SQLITE, LEVEND_DATA, STORAGES

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
if IS_SQLITE:
    # A file, not memory: tests with threads need connections of their own.
    DATABASES["default"]["TEST"] = {"NAME": str(Path(LEVEND_DATA) / "test.sqlite3")}
    DATABASES["default"]["OPTIONS"]["init_command"] = "PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF;"
DATABASES["default"]["CONN_MAX_AGE"] = 0
