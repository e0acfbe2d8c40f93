"""The application as a web server sees it."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "levend.config.settings")
application = get_wsgi_application()

from levend.demo.guard import refuse_in_production  # noqa: E402  (models are there only now)

refuse_in_production()

# What the application is made of lives as long as it does: going through all of it for rubbish now and then took a
# tenth of a second of somebody's request.
gc.collect()
gc.freeze()
