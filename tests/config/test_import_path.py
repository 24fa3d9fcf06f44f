"""Where packages are found: the root and platform/, without a package called ``platform``."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.config.processes import BARE, ROOT, manage


def test_the_standard_library_keeps_its_platform_module(tmp_path: Path) -> None:
    asked = ("shell", "--no-imports", "-c", "import platform; print(platform.python_version())")
    ended = manage(*asked, environment={}, data_dir=tmp_path)
    assert ended.stdout.startswith("3."), ended.stderr


def test_commands_work_from_any_folder(tmp_path: Path) -> None:
    ended = manage("check", environment={}, data_dir=tmp_path)
    assert ended.returncode == 0, ended.stderr


def test_the_web_server_finds_the_application_by_the_same_path() -> None:
    sys_path = subprocess.run(
        [sys.executable, "-c", "import manage; print('\\n'.join(manage.IMPORT_PATH))"],
        cwd=ROOT,
        env=BARE,
        capture_output=True,
        text=True,
        check=True,
    )
    assert sys_path.stdout.split() == [str(ROOT), str(ROOT / "platform")]


def test_no_package_in_platform_hides_one_of_the_standard_library() -> None:
    own = {folder.name for folder in (ROOT / "platform").iterdir() if folder.is_dir()}
    assert not own & sys.stdlib_module_names
