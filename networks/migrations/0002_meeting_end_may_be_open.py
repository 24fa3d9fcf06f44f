from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("networks", "0001_initial")]

    operations = [
        migrations.AlterField(
            model_name="meetingpage",
            name="ends_at",
            field=models.DateTimeField(
                blank=True, help_text="Leeg als het einde openstaat.", null=True, verbose_name="eindigt"
            ),
        ),
    ]
