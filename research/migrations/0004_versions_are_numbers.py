from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("research", "0003_lines_by_their_pages")]

    operations = [
        migrations.RemoveField(
            model_name="insightpage",
            name="project_line",
        ),
        migrations.AlterField(
            model_name="insightpage",
            name="version",
            field=models.PositiveSmallIntegerField(default=1, editable=False, verbose_name="versie"),
        ),
    ]
