#!/usr/bin/env python3
"""Largest contentful paint of a page of each kind: largest_paint.py SITE.

A loopback server that compresses, Debian's Chromium slowed by its own protocol to 400 kbit/s
and a processor four times slower. Reports; never fails. The round trip in ms may follow SITE (150).
"""
import gzip
import http.server
import pathlib
import statistics
import sys
import threading

from playwright.sync_api import sync_playwright

SITE = pathlib.Path(sys.argv[1]).resolve()
TYPES = {".html": "text/html; charset=utf-8", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}


class Compressing(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        file = SITE / self.path.split("?")[0].lstrip("/")
        body = gzip.compress(file.read_bytes()) if file.is_file() else b""
        self.send_response(200 if body else 404)
        self.send_header("Content-Type", TYPES.get(file.suffix, "application/octet-stream"))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments):
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Compressing)
threading.Thread(target=server.serve_forever, daemon=True).start()
base = f"http://127.0.0.1:{server.server_port}/"
seen, sample = set(), []
for path in sorted(SITE.rglob("*.html")):
    parts = path.relative_to(SITE).parts
    kind = parts[:-1] if len(parts) > 2 else parts
    if kind not in seen and parts[0] != "en":
        seen.add(kind)
        sample.append("/".join(parts))
WATCH = """new Promise(done => { new PerformanceObserver(list => done(list.getEntries().at(-1).startTime))
.observe({type: 'largest-contentful-paint', buffered: true}); setTimeout(() => done(-1), 4000) })"""
with sync_playwright() as play:
    chromium = play.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
    times = []
    for name in sample:
        context = chromium.new_context(viewport={"width": 360, "height": 740})
        page = context.new_page()
        wire = context.new_cdp_session(page)
        wire.send("Network.enable")
        wire.send("Network.emulateNetworkConditions", {
            "offline": False, "latency": int(sys.argv[2]) if len(sys.argv) > 2 else 150,
            "downloadThroughput": 400_000 / 8, "uploadThroughput": 400_000 / 8})
        wire.send("Emulation.setCPUThrottlingRate", {"rate": 4})
        page.goto(base + name)
        times.append((page.evaluate(WATCH) / 1000, name))
        context.close()
    chromium.close()
server.shutdown()
for seconds, name in sorted(times, reverse=True)[:8]:
    print(f"{seconds:6.2f} s  {name}")
print(f"{len(times)} pages: median {statistics.median(t for t, _ in times):.2f} s,"
      f" slowest {max(times)[0]:.2f} s; the budget is 1.50 s")
