"""A real Elasticsearch out of Maven Central, for machines without a container engine.

Elastic publishes its server for integration tests there. Needed: Maven and Java 17 or newer.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
import time
import urllib.request
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.services import processes

VERSION = "8.19.7"
ARTIFACT = f"org.elasticsearch.distribution.integ-test-zip:elasticsearch:{VERSION}:zip"
MAVEN_GOAL = "org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy"
CACHE = Path.home() / ".cache" / "samen-tests"
#: Java releases that this server runs on, the tried one first.
JAVA_RELEASES = (17, 21, 22, 23, 24)
START_SECONDS = 120

CONFIGURATION = """\
cluster.name: samen-tests
discovery.type: single-node
network.host: 127.0.0.1
http.port: {http_port}
transport.port: {transport_port}
xpack.security.enabled: false
cluster.routing.allocation.disk.threshold_enabled: false
path.data: {home}/data
path.logs: {home}/logs
"""


class NoServerError(Exception):
    """This machine has no server, and the message says why."""


@contextmanager
def running_server() -> Iterator[str]:
    """Start a server on the loopback interface, yield its URL, stop and remove it.

    Raises :class:`NoServerError` when the machine lacks something.
    """
    java_home = _java_home()
    archive = _archive()
    # Below the system's temporary folder, because another user than root has to be able to read it.
    with tempfile.TemporaryDirectory(prefix="samen-elasticsearch-", ignore_cleanup_errors=True) as folder:
        home = _unpack(archive, Path(folder))
        port = processes.free_port()
        settings = CONFIGURATION.format(http_port=port, transport_port=processes.free_port(), home=home)
        (home / "config" / "elasticsearch.yml").write_text(settings)
        processes.hand_to_ordinary_user(Path(folder))
        process = processes.start([str(home / "bin" / "elasticsearch")], home, _environment(home, java_home))
        try:
            url = f"http://127.0.0.1:{port}"
            _wait_until_healthy(url, process, home)
            yield url
        finally:
            processes.stop(process)


def _java_home() -> Path:
    named = [Path(os.environ[name]) for name in ("ES_JAVA_HOME", "JAVA_HOME") if os.environ.get(name)]
    on_path = shutil.which("java")
    found = [Path(on_path).resolve().parents[1]] if on_path else []
    installed = sorted(Path("/usr/lib/jvm").glob("*"))
    by_release = {_java_release(home): home for home in reversed([*named, *found, *installed])}
    for release in JAVA_RELEASES:
        if release in by_release:
            return by_release[release]
    raise NoServerError("no Java 17 found")


def _java_release(home: Path) -> int:
    """The major version of the Java in ``home``; 0 when there is none."""
    if not (home / "bin" / "java").exists() or not (home / "release").exists():
        return 0
    version = re.search(r'JAVA_VERSION="(\d+)', (home / "release").read_text())
    return int(version.group(1)) if version else 0


def _archive() -> Path:
    """The server's archive, fetched once a machine."""
    archive = CACHE / f"elasticsearch-{VERSION}.zip"
    if archive.exists():
        return archive
    maven = shutil.which("mvn")
    if not maven:
        raise NoServerError("no Maven to fetch the server with")
    CACHE.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=CACHE) as folder:
        command = [maven, "-q", "-B", MAVEN_GOAL, f"-Dartifact={ARTIFACT}", f"-DoutputDirectory={folder}"]
        fetched = subprocess.run(command, capture_output=True, text=True, timeout=900, check=False)
        if fetched.returncode:
            reason = (fetched.stdout + fetched.stderr).strip().partition("\n")[0]
            raise NoServerError(f"Maven could not fetch the server: {reason}")
        next(Path(folder).glob("*.zip")).replace(archive)
    return archive


def _unpack(archive: Path, folder: Path) -> Path:
    with zipfile.ZipFile(archive) as packed:
        for member in packed.infolist():
            path = Path(packed.extract(member, folder))
            if mode := member.external_attr >> 16:
                path.chmod(mode)
    return next(path for path in folder.iterdir() if path.is_dir())


def _environment(home: Path, java_home: Path) -> dict[str, str]:
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "ES_JAVA_HOME": str(java_home),
        "ES_JAVA_OPTS": "-Xms512m -Xmx512m",
        "CLI_JAVA_OPTS": "-Xmx64m",
    }


def _wait_until_healthy(url: str, process: subprocess.Popen[bytes], home: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    while process.poll() is None and time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(f"{url}/_cluster/health", timeout=2) as answer:
                if answer.status == 200:
                    return
        except OSError:
            time.sleep(0.25)
    raise NoServerError(f"the server did not start: {processes.last_words(home)}")
