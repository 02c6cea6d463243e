#!/usr/bin/env python3
"""Whoever comes, with whatever they read by: access.py SITE.

Each kind of page in Debian's Chromium, by file: addresses: axe in light and dark, on a wide and a
narrow screen, with the pages' scripts and without; forced colours, reduced motion, 400 % zoom,
text twice as large, and the keyboard.
"""
import concurrent.futures
import pathlib
import sys

from pages import Results, one_of_each, read

SITE = pathlib.Path(sys.argv[1]).resolve()
AXE = {"preload": False, "resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"

# Figures and lists whose drawing is shown in neither of its layouts.
UNSEEN = """[...document.querySelectorAll('figure:has(svg.chart), .spark:has(svg.chart)')].filter(e =>
  e.checkVisibility() && ![...e.querySelectorAll('svg.chart')].some(c => c.checkVisibility())).length"""

# What cannot be told from the ground when the reader's own colours are in force. HTML takes them by
# itself; a drawing does not.
FORCED = """() => {
  const channel = v => (v /= 255) <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4;
  const light = c => { const [r, g, b] = c.match(/[\\d.]+/g).map(Number);
    return .2126 * channel(r) + .7152 * channel(g) + .0722 * channel(b) };
  const probe = document.createElement('div');
  probe.style.cssText = 'forced-color-adjust: none; background-color: Canvas';
  document.body.append(probe);
  const ground = light(getComputedStyle(probe).backgroundColor);
  probe.remove();
  const against = c => { const l = light(c);
    return (Math.max(l, ground) + .05) / (Math.min(l, ground) + .05) };
  const bad = [];
  const say = e => bad.push(e.outerHTML.slice(0, 90));
  for (const e of document.querySelectorAll('.chart text')) {
    if (!e.getClientRects().length || e.closest('.inside')) continue;
    if (against(getComputedStyle(e).fill) < 4.5) say(e);
  }
  for (const e of document.querySelectorAll(
    '.chart .bar, .chart .dot, .chart .line, .chart .tile, .chart .target, .chart .stop, .chart .hidden,' +
    '.shape :is(path, circle, rect, polygon), .shape:not(:has(*))')) {
    if (!e.getClientRects().length) continue;
    const s = getComputedStyle(e);
    const filled = s.fill !== 'none' && !s.fill.startsWith('url') && s.fillOpacity >= .9 && against(s.fill) >= 3;
    const drawn = s.stroke !== 'none' && parseFloat(s.strokeWidth) > 0 && against(s.stroke) >= 3;
    if (!filled && !drawn) say(e);
  }
  return bad;
}"""

# Whatever moves by itself or glides, when the reader asked for stillness.
MOVES = """() => [document.documentElement, ...document.querySelectorAll('body *')].filter(e => {
  const s = getComputedStyle(e);
  return s.scrollBehavior === 'smooth' || s.animationName !== 'none' ||
    s.transitionDuration.split(',').some(d => parseFloat(d) > 0) || e.localName === 'animate';
}).map(e => e.localName)"""

# Each stop of the keyboard shows where one is. The first Tab is pressed by the test itself, so that the
# browser knows of a keyboard.
STOPS = """() => {
  const bad = [];
  const stops = [...document.querySelectorAll('a[href], summary, input, button, [tabindex="0"]')]
    .filter(e => e.checkVisibility());
  for (const e of stops) {
    e.focus();
    const s = getComputedStyle(e);
    if (document.activeElement !== e || s.outlineStyle === 'none' || parseFloat(s.outlineWidth) < 2)
      bad.push(e.outerHTML.slice(0, 90));
  }
  return stops.length ? bad : ['nothing to stop at'];
}"""


def look(paths):
    """What is wrong with these pages, by test; one browser for all of them."""
    from axe_playwright_python.sync_playwright import Axe
    from playwright.sync_api import sync_playwright
    found = {name: [] for name in (
        "axe", "readings", "drawings", "sideways", "console", "requests", "forced", "motion", "zoom", "text",
        "keyboard", "skip")}
    script = Axe().axe_script
    with sync_playwright() as play:
        chromium = play.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        context = chromium.new_context(bypass_csp=True)
        page = context.new_page()
        wire = context.new_cdp_session(page)
        page.on("console", lambda m: found["console"].append(m.text) if m.type == "error" else None)
        page.on("request", lambda r: found["requests"].append(r.url)
                if not r.url.startswith(("file:", "data:")) else None)
        for path in paths:
            name = path.relative_to(SITE)
            for scripted in (False, True):
                # Read without script, the page runs none of its own; then the engine is let in alone, since
                # axe waits for timers.
                wire.send("Emulation.setScriptExecutionDisabled", {"value": not scripted})
                page.set_viewport_size({"width": 1280, "height": 900})
                page.goto(path.as_uri())
                if not scripted:
                    wire.send("Emulation.setScriptExecutionDisabled", {"value": False})
                page.evaluate(script)
                for width in (1280, 320):
                    page.set_viewport_size({"width": width, "height": 900})
                    for scheme in ("light", "dark"):
                        page.emulate_media(color_scheme=scheme)
                        at = f"{name} {width} {scheme} {'script' if scripted else 'no script'}"
                        found["readings"].append(at)
                        for v in page.evaluate("options => axe.run(options)", AXE)["violations"]:
                            found["axe"].append(f"{v['id']}: {at}: {v['nodes'][0]['html'][:110]}")
                    hidden = page.evaluate(UNSEEN)
                    if hidden:
                        found["drawings"].append(f"{at}: {hidden} drawings are not seen")
                    over = page.evaluate(WIDE)
                    if over > 0:
                        found["sideways"].append(f"{at}: {over} px too wide")
            page.emulate_media(color_scheme="light")
            # 1280 × 1024 at 400 %.
            page.set_viewport_size({"width": 320, "height": 256})
            if page.evaluate(WIDE) > 0:
                found["zoom"].append(f"{name}: {page.evaluate(WIDE)} px too wide")
            page.set_viewport_size({"width": 1280, "height": 900})
            for scheme in ("light", "dark"):
                page.emulate_media(forced_colors="active", color_scheme=scheme)
                found["forced"] += [f"{name} {scheme}: {e}" for e in page.evaluate(FORCED)]
            page.emulate_media(forced_colors="none", color_scheme="light", reduced_motion="reduce")
            found["motion"] += [f"{name}: {e}" for e in page.evaluate(MOVES)]
            page.emulate_media(reduced_motion="no-preference")
            if page.locator("a.skip").count():
                page.evaluate("document.activeElement.blur()")
                page.keyboard.press("Tab")
                box = page.evaluate("(r => [r.left, r.top])(document.activeElement.getBoundingClientRect())")
                if page.evaluate("document.activeElement.className") != "skip" or min(box) < 0:
                    found["skip"].append(f"{name}: the first stop is not the skip link, in sight")
                page.keyboard.press("Enter")
                if page.evaluate("document.activeElement.id") != "main":
                    found["skip"].append(f"{name}: the skip link does not lead to the main part")
            else:
                page.keyboard.press("Tab")
            found["keyboard"] += [f"{name}: {e}" for e in page.evaluate(STOPS)]
            page.add_style_tag(content="html { font-size: 200% }")
            if page.evaluate(WIDE) > 0:
                found["text"].append(f"{name}: {page.evaluate(WIDE)} px too wide")
        chromium.close()
    return found


if __name__ == "__main__":
    sample = list(one_of_each(read(SITE), SITE))
    with concurrent.futures.ProcessPoolExecutor(2) as pool:
        halves = list(pool.map(look, (sample[0::2], sample[1::2])))
    found = {name: sorted(halves[0][name] + halves[1][name]) for name in halves[0]}
    readings = set(found["readings"])
    print(f"{len(sample)} pages of {SITE.name} seen; axe read them {len(readings)} times")
    results = Results()
    results.check("axe finds nothing", found["axe"])
    # Each page in light and dark, wide and narrow, with its scripts and without.
    results.check("axe has read every kind of page in every way",
                  [] if len(readings) == 8 * len(sample) else [f"{len(readings)} of {8 * len(sample)}"])
    results.check("each drawing is seen on a wide screen and on a narrow one", found["drawings"])
    results.check("nothing scrolls sideways", found["sideways"])
    results.check("the console is silent", sorted(set(found["console"])))
    results.check("no request leaves the folder", sorted(set(found["requests"])))
    results.check("drawings are seen in the reader’s own colours", found["forced"])
    results.check("nothing moves for those who ask for stillness", found["motion"])
    results.check("at 400 % nothing scrolls sideways", found["zoom"])
    results.check("with text twice as large nothing scrolls sideways", found["text"])
    results.check("the skip link is the first stop, is seen, and leads to the main part", found["skip"])
    results.check("each stop of the keyboard is seen", found["keyboard"])
    sys.exit(results.close())
