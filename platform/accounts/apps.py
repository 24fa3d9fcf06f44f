"""People: the user model, profiles, and persons that content points at."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    """People: the user model, profiles, and persons that content points at."""

    name = "accounts"
    verbose_name = _("Mensen")

    def ready(self) -> None:
        """Give accounts their profiles, say what we keep and for how long, and make the menu of own pages."""
        from accounts import account_data, menu, own_data, receivers, retention
        from accounts.keeping import rules
        from tasks import schedule

        receivers.connect()
        own_data.register("account", export=account_data.export, erase=account_data.erase)
        for setting, carry_out in (
            ("KEEP_UNVERIFIED_ACCOUNTS_DAYS", rules.erase_unverified),
            ("KEEP_INACTIVE_ACCOUNTS_DAYS", rules.warn_and_erase_inactive),
            ("KEEP_ENDED_SESSIONS_DAYS", rules.forget_ended_sessions),
            ("KEEP_DECIDED_CLAIMS_DAYS", rules.forget_decided_claims),
            ("KEEP_ENDED_SUSPENSIONS_DAYS", rules.forget_ended_suspensions),
        ):
            retention.register(f"accounts.{carry_out.__name__}", setting=setting, carry_out=carry_out)
        schedule.every("retention", daily_at=retention.DAILY_AT)(retention.carry_out_all)
        for order, label, url_name, icon in (
            (10, _("Overzicht"), "accounts:overview", "house"),
            (20, _("Profiel"), "accounts:edit_profile", "user-round"),
            (40, _("Meldingen"), "delivery:notification_settings", "bell"),
            (60, _("E-mailadres"), "account_email", "mail"),
            (62, _("Wachtwoord"), "account_change_password", "key-round"),
            (64, _("Veilig inloggen"), "mfa_index", "shield-check"),
            (66, _("Koppelingen"), "socialaccount_connections", "link"),
            (80, _("Mijn gegevens"), "accounts:own_data", "archive"),
            (90, _("Uitloggen"), "account_logout", "log-out"),
        ):
            menu.register(order, label, url_name, icon)
