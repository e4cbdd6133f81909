"""A go-between that alters the centre's answers, to show that a laptop refuses them.

    tampering_proxy.py CENTRE_URL flip|lose|check|check-resigned [CENTRE_KEY_FILE]

`flip` changes one byte in the middle, `lose` drops the answer when the centre has kept the
request, `check` puts another digest into every CHECK. `check-resigned` does so too and signs the
whole stream again with the centre's key, so that only the CHECK's own signature is wrong. Prints
where it listens, as JSON.
"""

from __future__ import annotations

import http.client
import json
import sys
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from urllib.parse import urlsplit

from stream import Kind, read_check, read_stream, write_stream


def forged_check(answer: bytes, seed: bytes) -> bytes:
    """The answer with another digest in every CHECK, signed by the key of `seed`."""
    stream = read_stream(answer)
    frames = []
    for kind, payload in stream.frames:
        if kind == Kind.CHECK:
            check = read_check(payload)
            payload = check.cursor.encoded() + bytes(32) + check.signature
        frames.append((kind, payload))
    return write_stream(frames, stream.more, seed)


def altered(answer: bytes, mode: str, seed: bytes) -> bytes | None:
    """What the laptop gets; none closes the connection."""
    match mode:
        case "flip":
            middle = len(answer) // 2
            return answer[:middle] + bytes([answer[middle] ^ 1]) + answer[middle + 1:]
        case "lose":
            return None
    return forged_check(answer, seed)


def main() -> None:
    """Serves until it is killed."""
    upstream, mode = urlsplit(sys.argv[1]), sys.argv[2]
    seed = Path(sys.argv[3]).read_bytes() if mode == "check-resigned" else bytes(32)

    class Handler(BaseHTTPRequestHandler):
        """Hands one request on."""

        def do_POST(self) -> None:
            """A round."""
            body = self.rfile.read(int(self.headers["Content-Length"]))
            connection = http.client.HTTPConnection(upstream.hostname or "", upstream.port)
            headers = {"Content-Type": "application/octet-stream"}
            connection.request("POST", self.path, body, headers)
            answer = connection.getresponse()
            content = altered(answer.read(), mode, seed)
            if content is None:
                self.close_connection = True
                return
            self.send_response(answer.status)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: object) -> None:
            """Says nothing."""

    server = HTTPServer(("127.0.0.1", 0), Handler)
    print(json.dumps({"url": f"http://127.0.0.1:{server.server_port}"}), flush=True)
    server.serve_forever()


if __name__ == "__main__":
    main()
