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
        for order, label, url_name, icon, about in (
            (10, _("Overzicht"), "accounts:overview", "house", ""),
            (310, _("Profiel"), "accounts:edit_profile", "user-round", _("Wie je bent, en wie daarvan wat ziet.")),
            (230, _("Meldingen"), "delivery:notifications", "bell", _("Wat er was sinds je hier het laatst kwam.")),
            (410, _("E-mailadres"), "account_email", "mail", _("Waar onze mail aankomt.")),
            (420, _("Wachtwoord"), "account_change_password", "key-round", ""),
            (430, _("Veilig inloggen"), "mfa_index", "shield-check", _("Een passkey, of codes uit een app.")),
            (440, _("Koppelingen"), "socialaccount_connections", "link", _("Inloggen met een account van elders.")),
            (450, _("Mijn gegevens"), "accounts:own_data", "archive", _("Alles meenemen, of vertrekken.")),
            (910, _("Uitloggen"), "account_logout", "log-out", ""),
        ):
            menu.register(order, label, url_name, icon, about=about)
