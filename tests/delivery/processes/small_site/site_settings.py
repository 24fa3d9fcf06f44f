"""Settings of the small site."""

from config.settings.local import *
from config.settings.local import BASE_DIR

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django_tasks",
    "django_tasks_db",
    "tasks",
    "delivery",
    "tests.delivery.processes.small_site",
]
AUTH_USER_MODEL = "members.Member"
MIDDLEWARE = []
ROOT_URLCONF = "tests.delivery.processes.small_site.urls"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "OPTIONS": {"builtins": ["django.templatetags.i18n"]},
    }
]
