"""An insight points at the page of its project line; what was typed there before is kept."""

from django.db import migrations


def find_lines(apps, schema_editor):
    """The text becomes the page of that title. Without one it stands with who paid for it: nothing is lost."""
    insights = apps.get_model("research", "InsightPage").objects
    lines = apps.get_model("projects", "ProjectLinePage").objects
    for insight in insights.exclude(project_line=""):
        line = lines.filter(title__iexact=insight.project_line.strip()).first()
        if line is not None:
            insights.filter(pk=insight.pk).update(project=line)
        else:
            funder = "; ".join(filter(None, [insight.funder, insight.project_line]))
            insights.filter(pk=insight.pk).update(funder=funder[:200])


def number_versions(apps, schema_editor):
    """Versions are counted from here on: "2.1" was the second."""
    insights = apps.get_model("research", "InsightPage").objects
    for insight in insights.exclude(version="1"):
        whole = insight.version.strip().lstrip("vV").split(".")[0]
        number = int(whole) if whole.isdecimal() and 0 < int(whole) < 1000 else 1
        insights.filter(pk=insight.pk).update(version=str(number))


class Migration(migrations.Migration):
    dependencies = [("research", "0002_publication_fields")]

    operations = [
        migrations.RunPython(find_lines, migrations.RunPython.noop),
        migrations.RunPython(number_versions, migrations.RunPython.noop),
    ]
