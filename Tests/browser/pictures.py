#!/usr/bin/env python3
"""Pictures of each kind of page, to be looked at: pictures.py SITE FOLDER [WORD…].

For each page of `one_of_each`, in both languages: phone (360 px), desktop (1280 px), dark, the reader's own
colours, and paper (A4, in grey, a picture a sheet). A WORD keeps the pages whose path holds it.
"""
import concurrent.futures
import pathlib
import subprocess
import sys

from pages import one_of_each, read

SITE, FOLDER = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
# What a screen shows: width, then what the reader's device asks for.
SCREENS = {
    "phone": (360, {"color_scheme": "light"}),
    "desktop": (1280, {"color_scheme": "light"}),
    "dark": (1280, {"color_scheme": "dark"}),
    "colours": (1280, {"color_scheme": "dark", "forced_colors": "active"}),
}
# Chromium draws no picture beyond this height.
TALLEST = 16000


def take(paths):
    from playwright.sync_api import sync_playwright
    with sync_playwright() as play:
        chromium = play.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        page = chromium.new_page()
        for path in paths:
            name = "-".join(path.relative_to(SITE).with_suffix("").parts)
            page.goto(path.as_uri())
            for screen, (width, asked) in SCREENS.items():
                page.emulate_media(**{"forced_colors": "none", **asked})
                page.set_viewport_size({"width": width, "height": 800})
                tall = min(TALLEST, page.evaluate("document.documentElement.scrollHeight"))
                page.screenshot(path=FOLDER / f"{name}.{screen}.png", full_page=True,
                                clip={"x": 0, "y": 0, "width": width, "height": tall})
            page.emulate_media(color_scheme="light", forced_colors="none")
            sheet = FOLDER / f"{name}.paper.pdf"
            page.pdf(path=sheet, prefer_css_page_size=True)
            subprocess.run(["pdftoppm", "-r", "60", "-gray", "-png", str(sheet), str(sheet.with_suffix(""))],
                           check=True)
        chromium.close()


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    words = sys.argv[3:]
    sample = [p for p in one_of_each(read(SITE), SITE)
              if not words or any(w in str(p.relative_to(SITE)) for w in words)]
    with concurrent.futures.ProcessPoolExecutor(2) as pool:
        list(pool.map(take, (sample[0::2], sample[1::2])))
    print(f"{len(list(FOLDER.glob('*.png')))} pictures of {len(sample)} pages in {FOLDER}")
