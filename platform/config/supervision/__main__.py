"""``python -m config.supervision PLAN``: what ``manage.py serve`` turns itself into once all is checked."""

from __future__ import annotations

import json
import sys

from config.supervision.child import Child
from config.supervision.supervisor import Supervisor

if __name__ == "__main__":
    plan = json.loads(sys.argv[1])
    children = [Child(name, command) for name, command in plan["commands"].items()]
    sys.exit(Supervisor(children, (plan["host"], plan["port"]), plan["greeting"]).run())
