"""Institutes of authors are known by their ISNI too, and by either of the two."""

from django.db import migrations, models

import research.identifiers


class Migration(migrations.Migration):
    dependencies = [("publications", "0003_versions_hold_dates")]

    operations = [
        migrations.AlterModelOptions(
            name="affiliation",
            options={
                "ordering": ["name"],
                "verbose_name": "instelling van auteurs",
                "verbose_name_plural": "instellingen van auteurs",
            },
        ),
        migrations.AlterField(
            model_name="affiliation",
            name="ror",
            field=models.CharField(
                blank=True, max_length=9, validators=[research.identifiers.validate_ror], verbose_name="ROR"
            ),
        ),
        migrations.AddField(
            model_name="affiliation",
            name="isni",
            field=models.CharField(
                blank=True,
                default="",
                max_length=16,
                validators=[research.identifiers.validate_isni],
                verbose_name="ISNI",
            ),
            preserve_default=False,
        ),
    ]
