"""Schools, boards, municipalities, childcare and partners, and who belongs to them."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class OrganisationsConfig(AppConfig):
    """Schools, boards, municipalities, childcare and partners, and who belongs to them."""

    name = "organisations"
    verbose_name = _("Organisaties")

    def ready(self) -> None:
        """Show who chose to be seen; say what is kept of a person, and for how long."""
        from accounts import own_data as everyones_data
        from accounts import profile_sections
        from accounts import retention as everyones_retention
        from organisations import colleagues, lapsing, own_data, receivers, retention, shared_by
        from tasks import schedule

        receivers.connect()
        shared_by.register("people", colleagues.people_who_chose_to_be_seen)
        profile_sections.register("organisations", colleagues.organisations_on_profile, part="organisation")
        everyones_data.register("organisations", export=own_data.export, erase=own_data.erase)
        for name, carry_out in (
            ("invitations", retention.forget_used_invitations),
            ("requests", retention.forget_answered_requests),
            ("applicants", retention.forget_old_applicants),
        ):
            everyones_retention.register(
                f"organisations.{name}", setting="KEEP_ORGANISATION_REQUESTS_DAYS", carry_out=carry_out
            )
        everyones_retention.register(
            "organisations.uploads", setting="KEEP_ORGANISATION_IMPORTS_DAYS", carry_out=retention.forget_uploads
        )
        schedule.every("let_memberships_lapse", daily_at=lapsing.DAILY_AT)(lapsing.let_lapse)
