import django.core.serializers.json
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("publications", "0002_checksums_of_documents")]

    operations = [
        migrations.AlterField(
            model_name="publicationversion",
            name="content",
            field=models.JSONField(default=dict, encoder=django.core.serializers.json.DjangoJSONEncoder),
        ),
    ]
