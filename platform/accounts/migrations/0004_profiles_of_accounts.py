from django.db import migrations


def give_everyone_a_profile(apps, schema_editor):
    """Accounts from before there were profiles."""
    user_model = apps.get_model("accounts", "User")
    profile_model = apps.get_model("accounts", "Profile")
    without = user_model.objects.filter(profile__isnull=True)
    profile_model.objects.bulk_create(profile_model(user=user) for user in without.iterator())


class Migration(migrations.Migration):
    dependencies = [("accounts", "0003_profiles")]

    operations = [migrations.RunPython(give_everyone_a_profile, migrations.RunPython.noop)]
