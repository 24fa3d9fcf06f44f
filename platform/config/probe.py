"""``python -m config.probe``: exit code 0 when the site on this machine is well. Standard library only."""

from __future__ import annotations

import http.client
import os
import sys
from urllib.parse import urlsplit


def main() -> int:
    """Asks ``/gezond/`` as the proxy in front would: for the public name, over https."""
    port = int(os.environ.get("PORT") or 8000)
    public = urlsplit(os.environ.get("SITE_URL") or f"http://127.0.0.1:{port}")
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    headers = {"Host": public.netloc, "X-Forwarded-Proto": public.scheme}
    try:
        connection.request("GET", "/gezond/", headers=headers)
        answer = connection.getresponse()
        sys.stdout.write(answer.read(1000).decode() + "\n")
    except (OSError, http.client.HTTPException) as problem:
        sys.stderr.write(f"{problem}\n")
        return 1
    return 0 if answer.status == 200 else 1


if __name__ == "__main__":
    sys.exit(main())
