"""The admin: one way in, with a second factor where that is required."""

import pytest
from allauth.mfa.totp.internal.auth import TOTP
from django.contrib.auth.models import Group

from editorial.groups import EDITOR
from tests.accounts.members import member, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor():
    user = member("redacteur@example.nl")
    user.groups.add(Group.objects.get(name=EDITOR))
    return user


@pytest.fixture
def required(settings):
    settings.REQUIRE_SECOND_FACTOR = True


@pytest.mark.parametrize("own", ["/admin/login/", "/_util/login/"])
def test_wagtails_own_sign_in_leads_to_ours_and_takes_no_password(client, editor, own):
    answer = client.post(own, {"username": editor.email, "password": "vier losse woorden samen"})
    assert answer.url.startswith("/account/inloggen/")
    assert "_auth_user_id" not in client.session


def test_from_the_admin_one_comes_back_to_the_admin(client, editor):
    way_in = client.get("/admin/pages/").url
    assert way_in == "/account/inloggen/?next=/admin/pages/"
    assert sign_in(client, editor.email, next="/admin/pages/").url == "/admin/pages/"


def test_the_admins_page_for_a_forgotten_password_leads_to_ours(client):
    assert client.get("/admin/password_reset/").url == "/account/wachtwoord/vergeten/"
    assert client.get("/admin/password_reset/confirm/MQ/abc/").url == "/account/wachtwoord/vergeten/"


def test_the_admin_changes_neither_password_nor_address(client, editor):
    client.force_login(editor)
    page = client.get("/admin/account/").content.decode()
    assert "old_password" not in page
    assert 'name="name_email-email"' not in page


def test_a_member_is_told_that_the_admin_is_not_for_them(client):
    client.force_login(member())
    assert client.get("/admin/").status_code == 403


def test_an_editor_sets_up_a_second_factor_first(client, editor, required):
    client.force_login(editor)
    assert client.get("/admin/").url == "/account/beveiliging/"
    assert client.get("/admin/pages/").status_code == 302
    assert client.post("/admin/pages/add/").status_code == 302


def test_with_a_second_factor_the_admin_opens(client, editor, required):
    TOTP.activate(editor, "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP")
    client.force_login(editor)
    assert client.get("/admin/").status_code == 200


def test_recovery_codes_alone_are_no_second_factor(client, editor, required):
    from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes

    RecoveryCodes.activate(editor)
    client.force_login(editor)
    assert client.get("/admin/").status_code == 302


def test_members_need_none(client, required):
    client.force_login(member())
    assert client.get("/account/").status_code == 200


def test_in_production_it_is_required(monkeypatch):
    import importlib

    from config.settings import signing_in

    monkeypatch.delenv("REQUIRE_SECOND_FACTOR", raising=False)
    assert importlib.reload(signing_in).REQUIRE_SECOND_FACTOR is True
