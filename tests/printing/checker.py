"""veraPDF, the validator of the PDF Association's members, out of Maven Central. Needed: Maven and Java."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from tests.services.missing import unavailable

VERSION = "1.28.2"
MAVEN_GOAL = "org.apache.maven.plugins:maven-dependency-plugin:3.6.1:build-classpath"
CACHE = Path.home() / ".cache" / "samen-tests" / f"verapdf-{VERSION}"
MAIN_CLASS = "org.verapdf.apps.GreenfieldCliWrapper"
PROJECT = f"""\
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>tests</groupId><artifactId>checker</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>org.verapdf.apps</groupId><artifactId>greenfield-apps</artifactId><version>{VERSION}</version></dependency>
  </dependencies>
</project>
"""


def complaints(documents: dict[str, bytes]) -> list[str]:
    """What veraPDF says against ``documents`` (by name) as PDF/UA-1; a line a document and broken rule."""
    java, path = shutil.which("java"), _class_path()
    if not java:
        unavailable("veraPDF", "no Java found")
    with tempfile.TemporaryDirectory() as folder:
        for name, document in documents.items():
            (Path(folder) / f"{name}.pdf").write_bytes(document)
        command = [java, "-cp", path, MAIN_CLASS, "-f", "ua1", "--format", "text", "-v", folder]
        ended = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    lines = ended.stdout.splitlines()
    assert sum(line.startswith(("PASS", "FAIL")) for line in lines) == len(documents), ended.stdout + ended.stderr
    return [line.replace(folder + os.sep, "") for line in lines if not line.startswith("PASS")]


def _class_path() -> str:
    """The validator's libraries, asked for once a machine."""
    kept = CACHE / "class-path"
    if kept.exists() and all(Path(part).exists() for part in kept.read_text().strip().split(os.pathsep)):
        return kept.read_text().strip()
    maven = shutil.which("mvn")
    if not maven:
        unavailable("veraPDF", "no Maven to fetch it with")
    CACHE.mkdir(parents=True, exist_ok=True)
    (CACHE / "pom.xml").write_text(PROJECT)
    command = [maven, "-q", "-B", "-f", str(CACHE / "pom.xml"), MAVEN_GOAL, f"-Dmdep.outputFile={kept}"]
    fetched = subprocess.run(command, capture_output=True, text=True, timeout=900, check=False)
    if fetched.returncode or not kept.exists():
        unavailable("veraPDF", (fetched.stdout + fetched.stderr).strip().partition("\n")[0])
    return kept.read_text().strip()
