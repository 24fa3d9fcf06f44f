"""Signing in: which ways there are, how long things are good for, how often one may try, how long they are kept."""

from __future__ import annotations

from config.settings import environment
from config.settings.identity_providers import identity_providers

LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "accounts:overview"
LOGOUT_REDIRECT_URL = "/"
#: allauth's backend compares addresses without case and takes as long for an address without account.
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
#: Rows that know whose session they are, so that all of somebody's sessions can be ended.
SESSION_ENGINE = "accounts.sessions"

# The account ----------------------------------------------------------------------------------------
ACCOUNT_ADAPTER = "accounts.sign_in.adapter.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_USER_DISPLAY = "accounts.profiles.display_name"
ACCOUNT_LOGIN_METHODS = {"email"}
#: Who gives no password signs in with a code by mail.
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1"]
ACCOUNT_SIGNUP_FORM_CLASS = "accounts.sign_in.signup_details.SignupDetails"
ACCOUNT_FORMS = {
    "login": "accounts.sign_in.forms.LoginForm",
    "signup": "accounts.sign_in.forms.SignupForm",
    "request_login_code": "accounts.sign_in.forms.RequestLoginCodeForm",
    "reset_password": "accounts.sign_in.forms.ResetPasswordForm",
}
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_REAUTHENTICATION_TIMEOUT = 15 * 60

# Codes by mail: they work on another device than the one that reads the mail, and nothing secret is in an address.
CODE_MINUTES = 15
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_TIMEOUT = CODE_MINUTES * 60
ACCOUNT_EMAIL_VERIFICATION_SUPPORTS_RESEND = True
# Offered for new accounts only, so it would tell which addresses are known.
ACCOUNT_EMAIL_VERIFICATION_SUPPORTS_CHANGE = False
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = CODE_MINUTES * 60
ACCOUNT_LOGIN_BY_CODE_SUPPORTS_RESEND = True
ACCOUNT_PASSWORD_RESET_BY_CODE_ENABLED = True
ACCOUNT_PASSWORD_RESET_BY_CODE_TIMEOUT = CODE_MINUTES * 60
ACCOUNT_LOGIN_TIMEOUT = 2 * CODE_MINUTES * 60

# Trying: a school shares one address on the internet, so limits for that alone are wide. Limits for an account
# count per place it is tried from, so that a stranger cannot lock its owner out; those for an account from all
# places together stop either passwords or codes, and the other way in stays.
ACCOUNT_RATE_LIMITS = {
    "login": "120/m/ip",
    "signup": "60/m/ip",
    "login_failed": "40/m/ip,5/5m/key",
    "login_failed_anywhere": "60/h/key",
    "request_login_code": "60/m/ip",
    "reset_password": "60/m/ip",
    "code_by_mail": "4/5m/key",
    "code_by_mail_anywhere": "30/h/key",
    "reset_password_from_key": "60/m/ip",
    "confirm_email": "1/10s/key",
}
#: How many proxies of ours stand in front and add to X-Forwarded-For; with none the connection itself is believed.
ALLAUTH_TRUSTED_PROXY_COUNT = environment.whole_number("TRUSTED_PROXY_COUNT", 1, minimum=0, maximum=9)

# The second factor ----------------------------------------------------------------------------------
#: Whoever may enter the admin sets up a second factor first.
REQUIRE_SECOND_FACTOR = environment.switch("REQUIRE_SECOND_FACTOR", True)
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_FORMS = {"add_webauthn": "accounts.sign_in.passkey_form.PasskeyForm"}
MFA_TOTP_ISSUER = "Samen onderwijs versnellen"
MFA_TOTP_TOLERANCE = 1

# Other people's sign-in -----------------------------------------------------------------------------
SOCIALACCOUNT_ADAPTER = "accounts.sign_in.social_adapter.SocialAccountAdapter"
SOCIALACCOUNT_AUTO_SIGNUP = False
SOCIALACCOUNT_STORE_TOKENS = False
SOCIALACCOUNT_REQUESTS_TIMEOUT = 5
SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": identity_providers()}}

# How long things of people are kept, in days; 0 keeps them ------------------------------------------
KEEP_UNVERIFIED_ACCOUNTS_DAYS = environment.whole_number("KEEP_UNVERIFIED_ACCOUNTS_DAYS", 7, minimum=0, maximum=36500)
KEEP_INACTIVE_ACCOUNTS_DAYS = environment.whole_number("KEEP_INACTIVE_ACCOUNTS_DAYS", 1095, minimum=0, maximum=36500)
#: Time between the warning and the end of an account that nobody uses.
WARN_INACTIVE_ACCOUNTS_DAYS = environment.whole_number("WARN_INACTIVE_ACCOUNTS_DAYS", 30, minimum=1, maximum=365)
KEEP_ENDED_SESSIONS_DAYS = environment.whole_number("KEEP_ENDED_SESSIONS_DAYS", 1, minimum=0, maximum=36500)
KEEP_DECIDED_CLAIMS_DAYS = environment.whole_number("KEEP_DECIDED_CLAIMS_DAYS", 365, minimum=0, maximum=36500)
KEEP_ENDED_SUSPENSIONS_DAYS = environment.whole_number("KEEP_ENDED_SUSPENSIONS_DAYS", 365, minimum=0, maximum=36500)
