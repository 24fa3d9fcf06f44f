"""Production: the base that the other settings relax. What differs per place comes from the environment.

The table of settings is in docs/operating.md.
"""

from __future__ import annotations

from email.utils import parseaddr
from pathlib import Path
from urllib.parse import urlsplit

from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from config.settings import environment
from config.settings.signing_in import *

env = environment.env
BASE_DIR = Path(__file__).resolve().parents[3]
DATA_DIR = Path(env.str("DATA_DIR", default=str(BASE_DIR / "var"))).resolve()

# Who we are -----------------------------------------------------------------------------------------
SECRET_KEY = environment.required("SECRET_KEY", "production needs a long random secret of its own")
SITE_URL = environment.url("SITE_URL", ("http", "https"), "https://www.example.nl").rstrip("/")
if not SITE_URL:
    SITE_URL = environment.required("SITE_URL", "give the public address, such as https://www.example.nl")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=[urlsplit(SITE_URL).hostname])
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[SITE_URL])
DEBUG = False
ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    # In the order in which their kinds of page are shown.
    "research",
    "research.projects",
    "research.publications",
    "research.questions",
    "practices",
    "practices.justifying",
    "networks",
    "leerlabs",
    "home",
    "keeping",
    "search",
    "harvesting",
    "citing",
    "editorial",
    "vocabulary",
    "organisations",
    "accounts",
    "tasks",
    "delivery",
    "caching",
    "design",
    "printing",
    "config",
    "wagtail_footnotes",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.contrib.table_block",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_tasks",
    "django_tasks_db",
    "django_htmx",
    "csp",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django.forms",
]

MIDDLEWARE = [
    "caching.middleware.PageCacheMiddleware",
    "config.bad_requests.RefuseUnreadableRequests",
    "django.middleware.security.SecurityMiddleware",
    "django_http_compression.middleware.HttpCompressionMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "config.content_security.ContentSecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "config.language.LanguageFromPathMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "harvesting.signposting.SignpostingMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "accounts.admin_entrance.AdminEntranceMiddleware",
    "config.atomic_writes.AtomicWritesMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "django.template.context_processors.i18n",
                "home.navigation.navigation",
            ],
            "builtins": ["design.templatetags.design", "django.templatetags.i18n"],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

# Data -----------------------------------------------------------------------------------------------
DATABASES = {"default": environment.database(DATA_DIR)}
CACHES = {"default": environment.cache(DATA_DIR)}
MEDIA_ROOT = env.str("MEDIA_ROOT", default=str(DATA_DIR / "media"))
MEDIA_URL = "/media/"
STATIC_ROOT = env.str("STATIC_ROOT", default=str(DATA_DIR / "static"))
STATIC_URL = "/static/"
#: Files that not everyone may have: photos of members, attachments. Only views that know who asks serve them.
PRIVATE_MEDIA_ROOT = env.str("PRIVATE_MEDIA_ROOT", default=str(DATA_DIR / "private"))
PRIVATE_STORAGE = {
    "BACKEND": "django.core.files.storage.FileSystemStorage",
    "OPTIONS": {"location": PRIVATE_MEDIA_ROOT, "base_url": None},
}
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "private": PRIVATE_STORAGE,
    "staticfiles": {"BACKEND": "config.static_storage.StaticStorage"},
}
STATICFILES_FINDERS = [
    "design.bundles.BundleFinder",
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
]
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024

# Background work, mail ------------------------------------------------------------------------------
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default", "mail", "digest"]}}
_email = environment.url(
    "EMAIL_URL", ("smtp", "smtps", "smtp+tls", "smtp+ssl", "consolemail"), "smtp+tls://user:password@host:587"
)
vars().update(env.email_url_config(_email or "consolemail://"))
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", default="Samen onderwijs versnellen <noreply@example.nl>")
SERVER_EMAIL = DEFAULT_FROM_EMAIL
EMAIL_TIMEOUT = 10
#: Mail that could not be sent for so many days is given up.
DELIVERY_GIVE_UP_DAYS = environment.whole_number("DELIVERY_GIVE_UP_DAYS", 5, minimum=1, maximum=60)
#: An address that refused so many mails running gets none for a month.
DELIVERY_REFUSALS_BEFORE_SPARED = environment.whole_number("DELIVERY_REFUSALS_BEFORE_SPARED", 3, minimum=1, maximum=100)
#: So long the unsubscribe link of a mail works.
DELIVERY_UNSUBSCRIBE_DAYS = environment.whole_number("DELIVERY_UNSUBSCRIBE_DAYS", 365, minimum=30, maximum=3650)
#: Days after which it goes; 0 keeps it.
NOTIFICATIONS_KEPT_DAYS = environment.whole_number("NOTIFICATIONS_KEPT_DAYS", 180, minimum=0, maximum=3650)
MAILS_KEPT_DAYS = environment.whole_number("MAILS_KEPT_DAYS", 30, minimum=0, maximum=3650)
#: That somebody was told of a page; as long as it is kept, they are not told again.
ALERTED_PAGES_KEPT_DAYS = environment.whole_number("ALERTED_PAGES_KEPT_DAYS", 730, minimum=0, maximum=3650)
DIGESTS_KEPT_DAYS = environment.whole_number("DIGESTS_KEPT_DAYS", 400, minimum=0, maximum=3650)

# Search ---------------------------------------------------------------------------------------------
ELASTICSEARCH_URL = environment.url("ELASTICSEARCH_URL", ("http", "https"), "http://host:9200")
ELASTICSEARCH_INDEX_PREFIX = env.str("ELASTICSEARCH_INDEX_PREFIX", default="samen")
SEARCH_INDEX_DIR = DATA_DIR / "index"
#: Seconds that a visitor waits for the engine before the simple search answers.
SEARCH_TIMEOUT_SECONDS = environment.number("SEARCH_TIMEOUT_SECONDS", 2.0, minimum=0.1)

# Caching --------------------------------------------------------------------------------------------
#: Seconds that a page for anonymous readers is kept when nothing changes; 0 turns the page cache off.
PAGE_CACHE_SECONDS = int(environment.number("PAGE_CACHE_SECONDS", 3600))

# Language -------------------------------------------------------------------------------------------
LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", "Nederlands"), ("en", "English")]
LOCALE_PATHS = [BASE_DIR / "locale"]
TIME_ZONE = "Europe/Amsterdam"
USE_I18N = True
USE_TZ = True

# People ---------------------------------------------------------------------------------------------
AUTH_USER_MODEL = "accounts.User"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]

# Organisations --------------------------------------------------------------------------------------
#: Days that what was asked and answered (invitations, requests, who asked to join) is kept; 0 keeps it.
KEEP_ORGANISATION_REQUESTS_DAYS = environment.whole_number(
    "KEEP_ORGANISATION_REQUESTS_DAYS", 365, minimum=0, maximum=36500
)
#: Days that a membership goes on after the mail address that confirmed it was lost.
ORGANISATION_MEMBERSHIP_GRACE_DAYS = environment.whole_number(
    "ORGANISATION_MEMBERSHIP_GRACE_DAYS", 30, minimum=1, maximum=365
)
#: Days that a file with organisations is kept after its report.
KEEP_ORGANISATION_IMPORTS_DAYS = environment.whole_number("KEEP_ORGANISATION_IMPORTS_DAYS", 2, minimum=1, maximum=365)

# Editing --------------------------------------------------------------------------------------------
WAGTAIL_SITE_NAME = "Samen onderwijs versnellen"
WAGTAILADMIN_BASE_URL = SITE_URL
# One way in for everyone, with the same limits: members, editors, and readers of a closed page.
WAGTAILADMIN_LOGIN_URL = LOGIN_URL
WAGTAIL_FRONTEND_LOGIN_URL = LOGIN_URL
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False
WAGTAIL_PASSWORD_RESET_ENABLED = False
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False
WAGTAILADMIN_PERMITTED_LANGUAGES = [("nl", "Nederlands"), ("en", "English")]
WAGTAIL_CONTENT_LANGUAGES = [("nl", _("Nederlands"))]
WAGTAIL_I18N_ENABLED = False
WAGTAILIMAGES_IMAGE_MODEL = "editorial.EditorialImage"
WAGTAILDOCS_DOCUMENT_MODEL = "editorial.EditorialDocument"
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILDOCS_EXTENSIONS = ["pdf", "docx", "xlsx", "pptx", "odt", "ods", "odp", "csv", "txt", "zip", "epub"]
WAGTAILIMAGES_EXTENSIONS = ["gif", "jpg", "jpeg", "png", "webp", "avif"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 15 * 1024 * 1024
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_WORKFLOW_ENABLED = True
WAGTAIL_ALLOW_UNICODE_SLUGS = False
WAGTAILEMBEDS_RESPONSIVE_HTML = False
TAGGIT_CASE_INSENSITIVE = True
# Wagtail's own full-text search on SQLite is quadratic in the number of hits; its fallback is not.
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "modelsearch.backends.database.fallback"}}
MODELSEARCH_BACKENDS = WAGTAILSEARCH_BACKENDS

# Keeping pages true ---------------------------------------------------------------------------------
#: A page that somebody says is still right is looked at again after so many days.
REVIEW_EVERY_DAYS = environment.whole_number("REVIEW_EVERY_DAYS", 365, minimum=1, maximum=3650)
#: The link in the mail to a contact without an account works for so many days.
REVIEW_LINK_DAYS = environment.whole_number("REVIEW_LINK_DAYS", 60, minimum=1, maximum=365)
#: Past its day by so many days, a page is the editors' care as well.
REVIEW_TO_EDITORS_AFTER_DAYS = environment.whole_number("REVIEW_TO_EDITORS_AFTER_DAYS", 30, minimum=1, maximum=3650)
#: Past its day by so many days, readers are told before the text.
REVIEW_LONG_OVERDUE_DAYS = environment.whole_number("REVIEW_LONG_OVERDUE_DAYS", 180, minimum=1, maximum=3650)

# Machines -------------------------------------------------------------------------------------------
#: So often one address may ask the JSON API and OAI-PMH.
HARVEST_REQUESTS_A_MINUTE = environment.whole_number("HARVEST_REQUESTS_A_MINUTE", 300, minimum=1, maximum=100_000)
#: Whom a harvester writes to; stands in OAI-PMH's Identify.
OAI_ADMIN_EMAIL = env.str("OAI_ADMIN_EMAIL", default=parseaddr(DEFAULT_FROM_EMAIL)[1])

# Practice examples of members -----------------------------------------------------------------------
PRACTICE_PICTURE_MAX_BYTES = 15 * 1024 * 1024
PRACTICE_PICTURES_MAX = 8
#: Days after "ik probeer dit" that we ask whether it helped.
TRYOUT_ASK_AFTER_DAYS = int(environment.number("TRYOUT_ASK_AFTER_DAYS", 42, minimum=1))
#: Days that a verantwoording without an account is kept after it was last changed; 0 keeps it.
KEEP_LINKED_JUSTIFICATIONS_DAYS = environment.whole_number(
    "KEEP_LINKED_JUSTIFICATIONS_DAYS", 730, minimum=0, maximum=36500
)
#: Days that what somebody was writing in a Leerlab is kept; 0 keeps it.
LEERLAB_DRAFTS_DAYS = environment.whole_number("LEERLAB_DRAFTS_DAYS", 180, minimum=0, maximum=3650)
#: So long after they ended invitations are kept, and after the decision who reported something without an account.
LEERLAB_INVITATIONS_DAYS = environment.whole_number("LEERLAB_INVITATIONS_DAYS", 90, minimum=0, maximum=3650)
LEERLAB_REPORTERS_DAYS = environment.whole_number("LEERLAB_REPORTERS_DAYS", 365, minimum=0, maximum=3650)
#: So many members must have tried, or answered, before a page says how many.
TRYOUT_MINIMUM_SHOWN = int(environment.number("TRYOUT_MINIMUM_SHOWN", 5, minimum=2))

# Publications of researchers ------------------------------------------------------------------------
#: Who answers what a DOI means. Only this address may lie in our own network.
DOI_RESOLVER_URL = environment.url("DOI_RESOLVER_URL", ("https", "http"), "https://doi.org/") or "https://doi.org/"
#: Longer than this nobody waits for a DOI, however slowly its registry answers; more than this is not read.
DOI_LOOKUP_SECONDS = environment.whole_number("DOI_LOOKUP_SECONDS", 8, minimum=1, maximum=20)
DOI_LOOKUP_MAX_BYTES = 1024 * 1024
DOI_LOOKUPS_AN_HOUR = 60
DOI_LOOKUP_USER_AGENT = f"samen-onderwijs-versnellen (+{WAGTAILADMIN_BASE_URL})"
PUBLICATION_FILE_MAX_BYTES = 50 * 1024 * 1024
PUBLICATION_FILES_MAX = 20
#: A file of references is small; a larger one is no such file.
REFERENCE_FILE_MAX_BYTES = 2 * 1024 * 1024

# Kennisvragen ---------------------------------------------------------------------------------------
#: State → working days within which the asker is promised to hear more; 0 promises nothing.
QUESTION_WORKING_DAYS = {
    "submitted": environment.whole_number("QUESTION_DAYS_SUBMITTED", 5, minimum=0, maximum=260),
    "in_dialogue": environment.whole_number("QUESTION_DAYS_IN_DIALOGUE", 10, minimum=0, maximum=260),
    "accepted": environment.whole_number("QUESTION_DAYS_ACCEPTED", 10, minimum=0, maximum=260),
    "in_research": environment.whole_number("QUESTION_DAYS_IN_RESEARCH", 30, minimum=0, maximum=260),
    "in_editing": environment.whole_number("QUESTION_DAYS_IN_EDITING", 10, minimum=0, maximum=260),
}
#: Days after the answer that asker and followers are asked whether it helped.
QUESTION_ASK_AFTER_DAYS = environment.whole_number("QUESTION_ASK_AFTER_DAYS", 90, minimum=1, maximum=3650)
#: So many must have said so before a page says how many it helped.
QUESTION_MINIMUM_SHOWN = environment.whole_number("QUESTION_MINIMUM_SHOWN", 5, minimum=2, maximum=1000)
#: Days after which a question goes whose address nobody confirmed, and after its end who asked it without an account.
KEEP_UNCONFIRMED_QUESTIONS_DAYS = environment.whole_number("KEEP_UNCONFIRMED_QUESTIONS_DAYS", 7, minimum=1, maximum=365)
KEEP_QUESTION_CONTACTS_DAYS = environment.whole_number("KEEP_QUESTION_CONTACTS_DAYS", 730, minimum=0, maximum=36500)

# Security -------------------------------------------------------------------------------------------
SECURE_SSL_REDIRECT = environment.switch("SECURE_SSL_REDIRECT", SITE_URL.startswith("https"))
SECURE_PROXY_SSL_HEADER: tuple[str, str] | None = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = int(environment.number("SECURE_HSTS_SECONDS", 31_536_000))
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SESSION_COOKIE_SECURE = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SECURE = True
CSRF_COOKIE_HTTPONLY = True
X_FRAME_OPTIONS = "DENY"
PERMISSIONS_POLICY: dict[str, list[str]] = {
    feature: [] for feature in ("camera", "microphone", "geolocation", "payment", "usb", "browsing-topics")
}
#: Public pages: nothing from elsewhere, nothing inline. Video frames load after a click, from these hosts.
VIDEO_HOSTS = ["https://www.youtube-nocookie.com", "https://player.vimeo.com"]
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "frame-src": VIDEO_HOSTS,
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [SELF],
        "manifest-src": [SELF],
        "object-src": [NONE],
    }
}

LOG_LEVEL = environment.choice("LOG_LEVEL", "INFO", ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL"))
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": LOG_LEVEL},
    "loggers": {
        "django.request": {"level": "ERROR"},
        "django_tasks": {"level": "WARNING"},
        # Answered with 400; scanners would fill the log with tracebacks.
        "django.security.DisallowedHost": {"level": "CRITICAL"},
        "elastic_transport": {"level": "ERROR"},
        "elasticsearch": {"level": "ERROR"},
    },
}
