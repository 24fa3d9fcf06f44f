"""What becomes of a DOI: its registry answers well, badly, slowly, or leads elsewhere."""

import ipaddress
import threading

import pytest

from research.publications.importing import doi
from research.publications.importing.guarded_fetch import is_public
from research.publications.importing.problems import LookupFailed, LookupProblem


def problem_with(name):
    with pytest.raises(LookupFailed) as failed:
        doi.look_up(f"10.1000/{name}")
    return failed.value.problem


def test_a_registered_doi_gives_its_record(resolver):
    record = doi.look_up("10.1000/good")

    assert record["volume"] == "12"
    path, headers = resolver.asked[0]
    assert path == "/10.1000/good"
    assert headers["Accept"] == "application/vnd.citationstyles.csl+json"


def test_the_registry_may_pass_on_within_itself(resolver):
    assert doi.look_up("10.1000/moved")["volume"] == "12"


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("nowhere", LookupProblem.NOT_REGISTERED),
        ("html", LookupProblem.NO_METADATA),
        ("broken", LookupProblem.NO_METADATA),
        ("deep", LookupProblem.NO_METADATA),
        ("huge", LookupProblem.TOO_LARGE),
        ("slow", LookupProblem.TOO_SLOW),
        ("dripping", LookupProblem.TOO_SLOW),
        ("dripping-body", LookupProblem.TOO_SLOW),
        ("failing", LookupProblem.UNREACHABLE),
        ("hanging-up", LookupProblem.UNREACHABLE),
    ],
)
def test_what_goes_wrong_has_a_name(resolver, name, problem):
    assert problem_with(name) == problem


@pytest.mark.parametrize(
    "name",
    [
        "to-this-machine",
        "to-metadata",
        "to-localhost-by-name",
        "to-mapped",
        "to-plain-http",
        "to-file",
        "to-other-port",
        "round-and-round",
    ],
)
def test_it_is_led_nowhere_but_to_public_https_addresses(resolver, name):
    assert problem_with(name) == LookupProblem.REFUSED


def test_without_a_network_it_says_so(settings, resolver):
    settings.DOI_RESOLVER_URL = "http://127.0.0.1:9/"

    assert problem_with("good") == LookupProblem.UNREACHABLE


def test_a_doi_with_strange_signs_stays_one_path(resolver):
    with pytest.raises(LookupFailed):
        doi.look_up("10.1000/a b?c=1#d")

    assert resolver.asked[0][0] == "/10.1000/a%20b%3Fc%3D1%23d"


def test_many_at_once_are_all_answered(resolver):
    found = []
    threads = [threading.Thread(target=lambda: found.append(doi.look_up("10.1000/good"))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(found) == 8


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.0.0.8",
        "192.168.1.1",
        "172.16.0.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "224.0.0.1",
        "::1",
        "fe80::1",
        "fd00::1",
        "::ffff:10.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
    ],
)
def test_addresses_of_our_own_network_are_not_public(address):
    assert not is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946", "64:ff9b::5db8:d822"])
def test_addresses_of_the_internet_are(address):
    assert is_public(ipaddress.ip_address(address))
