"""Settings of a worker that speaks to the mail server of a test, and waits two seconds for one that died."""

import os

from levend.config.settings_test import *  # noqa: F403

EMAIL_BACKEND = "levend.notifications.services.smtp.AnsweringBackend"
EMAIL_HOST = "127.0.0.1"
EMAIL_PORT = int(os.environ["MAIL_PORT"])
MAIL_CLAIM_SECONDS = 2
