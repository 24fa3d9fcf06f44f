"""Kennisvragen: a question from school becomes an answer."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class QuestionsConfig(AppConfig):
    """Kennisvragen: a question from school becomes an answer."""

    name = "research.questions"
    label = "questions"
    verbose_name = _("Kennisvragen")

    def ready(self) -> None:
        """Tell the rooms below what this one adds: documents, a section, events, own data, nightly jobs, a demo."""
        from accounts import menu
        from accounts import own_data as everyones_data
        from accounts import retention as everyones_retention
        from editorial.demonstration import parts
        from research.questions import (
            events,
            helping,
            own_data,
            page_section,
            receivers,
            retention,
            search_documents,
            work_list,
        )
        from tasks import schedule

        search_documents.register()
        page_section.register()
        events.connect()
        helping.connect()
        work_list.connect()
        receivers.connect()
        menu.register(
            130,
            _("Kennisvragen"),
            "questions:mine",
            "message-circle-question-mark",
            about=_("Wat je vroeg, en wie eraan werkt."),
        )
        everyones_data.register("kennisvragen", export=own_data.export, erase=own_data.erase)
        everyones_retention.register(
            "questions.unconfirmed",
            setting="KEEP_UNCONFIRMED_QUESTIONS_DAYS",
            carry_out=retention.forget_unconfirmed,
        )
        everyones_retention.register(
            "questions.contacts", setting="KEEP_QUESTION_CONTACTS_DAYS", carry_out=retention.forget_contacts
        )
        everyones_retention.register(
            "questions.drafts", setting="KEEP_QUESTION_CONTACTS_DAYS", carry_out=retention.forget_drafts
        )
        schedule.every("ask_whether_answers_helped", daily_at=helping.DAILY_AT)(helping.ask_whether_it_helped)
        schedule.every("nudge_kennismakelaars", daily_at=work_list.DAILY_AT)(work_list.nudge)
        parts.register("Kennisvragen", "research.questions.demo.loading.load")
