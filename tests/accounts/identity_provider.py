"""A small OpenID Connect provider of our own: answers what a real one answers to our server."""

import base64
import json
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


def _unsigned(claims):
    parts = ({"alg": "none"}, claims)
    return ".".join(base64.urlsafe_b64encode(json.dumps(part).encode()).rstrip(b"=").decode() for part in parts) + "."


@contextmanager
def identity_provider(person):
    """Its address, while it runs; it says that ``person`` (claims) signed in there."""

    class Answers(BaseHTTPRequestHandler):
        def log_message(self, *arguments):
            pass

        def answer(self, content):
            body = json.dumps(content).encode()
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def do_GET(self):
            here = f"http://127.0.0.1:{self.server.server_port}"
            if self.path.startswith("/.well-known/"):
                names = ("authorization", "token", "userinfo")
                self.answer(
                    {"issuer": here, "jwks_uri": f"{here}/keys", **{f"{n}_endpoint": f"{here}/{n}" for n in names}}
                )
            else:
                self.answer(person)

        def do_POST(self):
            here = f"http://127.0.0.1:{self.server.server_port}"
            self.rfile.read(int(self.headers["Content-Length"]))
            claims = {**person, "iss": here, "aud": "samen", "iat": 0, "exp": 4_000_000_000}
            self.answer({"access_token": "toegang", "token_type": "Bearer", "id_token": _unsigned(claims)})

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
