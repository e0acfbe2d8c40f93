"""The application as a web server sees it."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "levend.config.settings")
application = get_wsgi_application()

from levend.demo.guard import refuse_in_production  # noqa: E402  (models are there only now)

refuse_in_production()
