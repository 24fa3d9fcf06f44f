"""Of one conversation one question is made, also when two people send theirs at once."""

from django.db import migrations, models
from django.db.models import Q


def leave_the_first(apps, schema_editor):
    """Where more were made of the same, the later ones forget what they came from."""
    Question = apps.get_model("questions", "Question")
    seen = set()
    rows = Question.objects.exclude(origin="").exclude(state="withdrawn").order_by("pk")
    for pk, origin in list(rows.values_list("pk", "origin")):
        if origin in seen:
            Question.objects.filter(pk=pk).update(origin="")
        seen.add(origin)


class Migration(migrations.Migration):
    dependencies = [("questions", "0002_kennismakelaars")]

    operations = [
        migrations.RunPython(leave_the_first, migrations.RunPython.noop),
        migrations.AddConstraint(
            model_name="question",
            constraint=models.UniqueConstraint(
                condition=~Q(origin="") & ~Q(state="withdrawn"), fields=("origin",), name="an_origin_is_asked_once"
            ),
        ),
    ]
