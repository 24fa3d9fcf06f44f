"""Background work that survives a killed worker."""

from datetime import time

from django.apps import AppConfig


class TasksConfig(AppConfig):
    """Background work that survives a killed worker."""

    name = "tasks"

    def ready(self) -> None:
        """Put the clearing up of finished tasks on the schedule."""
        from tasks import schedule
        from tasks.results import forget_finished

        schedule.every("forget_finished_tasks", daily_at=time(3, 30))(forget_finished)
