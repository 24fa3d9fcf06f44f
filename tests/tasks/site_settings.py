"""Settings of a site that has the background work and nothing else, for real processes that start at once."""

from config.settings.local import *

INSTALLED_APPS = ["django.contrib.contenttypes", "django_tasks", "django_tasks_db", "tasks", "tests.tasks"]
MIDDLEWARE = []
TEMPLATES = []
ROOT_URLCONF = __name__
urlpatterns = []
