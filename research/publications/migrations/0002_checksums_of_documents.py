"""Documents that were there before checksums were kept get theirs."""

import hashlib

from django.db import migrations


def compute(apps, schema_editor):
    documents = apps.get_model("editorial", "EditorialDocument").objects
    checksums = apps.get_model("publications", "FileChecksum").objects
    for document in documents.filter(checksum=None).exclude(file=""):
        digest = hashlib.sha256()
        try:
            with document.file.storage.open(document.file.name, "rb") as file:
                while chunk := file.read(1024 * 1024):
                    digest.update(chunk)
        except OSError:
            continue
        checksums.create(document=document, file_name=document.file.name, sha256=digest.hexdigest())


class Migration(migrations.Migration):
    dependencies = [("publications", "0001_initial")]

    operations = [migrations.RunPython(compute, migrations.RunPython.noop)]
