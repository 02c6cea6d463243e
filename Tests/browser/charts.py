#!/usr/bin/env python3
"""Tests of the gallery of charts as drawn: charts.py GALLERY [--pictures FOLDER].

In Debian's Chromium, both languages, 360 and 1280 px, light, dark, printed and in forced colours: text that overlaps
text, text that leaves its chart, text under 11 px, contrast of text (4.5:1) and marks (3:1)
computed from the colours that lie over one another; and the size of typical charts, compressed.
"""
import gzip
import pathlib
import subprocess
import sys

from playwright.sync_api import sync_playwright

GALLERY = pathlib.Path(sys.argv[1]).resolve()
PICTURES = pathlib.Path(sys.argv[sys.argv.index("--pictures") + 1]) if "--pictures" in sys.argv else None
LANGUAGES = ("en", "fr")
PASSED, FAILED = [], []


def check(name, problems):
    problems = sorted(set(problems))
    (FAILED if problems else PASSED).append(name)
    print(("ok    " if not problems else "FAIL  ") + name)
    for problem in problems[:25]:
        print("        " + problem)
    if len(problems) > 25:
        print(f"        … and {len(problems) - 25} more")


MEASURE = """
() => {
  const found = {overlaps: [], clipped: [], small: [], pale: [], faint: [], texts: 0, marks: 0};
  const parse = c => {
    const m = c && c.match(/^rgba?\\(([^)]+)\\)/);
    if (!m) return null;
    const p = m[1].split(/[ ,/]+/).map(Number);
    return [p[0], p[1], p[2], p.length > 3 ? p[3] : 1];
  };
  const over = (top, under) => top.slice(0, 3).map((v, i) => v * top[3] + under[i] * (1 - top[3]));
  const light = c => {
    const [r, g, b] = c.map(v => { v /= 255; return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (a, b) => {
    const [x, y] = [light(a), light(b)];
    return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
  };
  const ground = parse(getComputedStyle(document.body).backgroundColor);
  const paint = (element, which, under) => {
    const style = getComputedStyle(element);
    const colour = parse(style[which]);
    if (!colour) return null;
    colour[3] *= Number(style[which + 'Opacity']) * Number(style.opacity);
    return colour[3] === 0 ? null : over(colour, under);
  };
  const decoration = ['halo', 'under', 'grid', 'rail', 'leader', 'frame', 'span', 'track', 'elapsed', 'hatch', 'check', 'axis'];
  for (const svg of document.querySelectorAll('svg.chart')) {
    const frame = svg.getBoundingClientRect();
    if (frame.width === 0) continue;
    svg.scrollIntoView({block: 'center'});
    const name = svg.querySelector('title').id.replace(/-t$/, '');
    const scale = frame.width / svg.viewBox.baseVal.width;
    const box = svg.getBoundingClientRect();
    const texts = [...svg.querySelectorAll('text')].map(t => ({
      element: t, words: t.textContent.slice(0, 40), rect: t.getBoundingClientRect(),
      size: parseFloat(getComputedStyle(t).fontSize) * scale}));
    // Letters of a fallback font have tall boxes: what counts is from ascender to descender.
    for (const t of texts) {
      const base = t.element.getScreenCTM().d * t.element.y.baseVal[0].value + t.element.getScreenCTM().f;
      t.rect = {left: t.rect.left, right: t.rect.right, top: base - 0.78 * t.size, bottom: base + 0.24 * t.size};
    }
    const top = svg.ownerDocument.defaultView;
    found.texts += texts.length;
    texts.forEach((t, i) => {
      if (t.size < 10.995) found.small.push(`${name}: "${t.words}" ${t.size.toFixed(1)} px`);
      if (t.rect.left < box.left - 1.5 || t.rect.right > box.right + 1.5 || t.rect.top < box.top - 4
          || t.rect.bottom > box.bottom + 4) found.clipped.push(`${name}: "${t.words}" leaves the chart`);
      for (let j = i + 1; j < texts.length; j++) {
        const u = texts[j].rect, r = t.rect;
        const w = Math.min(r.right, u.right) - Math.max(r.left, u.left);
        const h = Math.min(r.bottom, u.bottom) - Math.max(r.top, u.top);
        if (w > 0.5 && h > 1.5) found.overlaps.push(`${name}: "${t.words}" and "${texts[j].words}"`);
      }
      const x = (t.rect.left + t.rect.right) / 2, y = (t.rect.top + t.rect.bottom) / 2;
      if (y < 0 || y > top.innerHeight) return;
      let under = ground.slice(0, 3);
      const pile = document.elementsFromPoint(x, y).reverse();
      for (const e of pile) {
        if (!svg.contains(e) || e.tagName !== 'path') continue;
        const colour = paint(e, 'fill', under);
        if (colour) under = colour;
      }
      const ink = paint(t.element, 'fill', under);
      // A stroke painted first is a halo: the letters lie on it.
      const style = getComputedStyle(t.element);
      const halo = style.paintOrder.startsWith('stroke') ? paint(t.element, 'stroke', under) : null;
      const value = ink ? contrast(ink, halo || under) : 1;
      if (value < 4.5) found.pale.push(`${name}: "${t.words}" ${value.toFixed(2)}`);
    });
    for (const mark of svg.querySelectorAll('path')) {
      if (decoration.some(c => mark.classList.contains(c)) || mark.closest('defs')) continue;
      found.marks++;
      const on = mark.classList.contains('glyph') ? null : ground.slice(0, 3);
      if (!on) continue;
      const colours = [paint(mark, 'fill', on), paint(mark, 'stroke', on)].filter(Boolean);
      const value = Math.max(1, ...colours.map(c => contrast(c, on)));
      if (value < 3) found.faint.push(`${name.replace(/-.*/, '')}: path.${mark.getAttribute('class')} ${value.toFixed(2)}`);
    }
  }
  return found;
}
"""

SIZES = """() => [...document.querySelectorAll('svg.chart')].map(s => [s.querySelector('title').id, s.outerHTML])"""

found = {key: [] for key in ("overlaps", "clipped", "small", "pale", "faint", "wide")}
heavy, sizes, texts, marks = [], {}, 0, 0
with sync_playwright() as play:
    chromium = play.chromium.launch(
        executable_path="/usr/bin/chromium", args=["--no-sandbox", "--allow-file-access-from-files"])
    for language in LANGUAGES:
        address = (GALLERY / f"gallery.{language}.html").as_uri()
        for width, scheme, media, forced in (
                (360, "light", "screen", "none"), (360, "dark", "screen", "none"), (1280, "light", "screen", "none"),
                (1280, "dark", "screen", "none"), (718, "light", "print", "none"), (1280, "dark", "screen", "active")):
            context = chromium.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme,
                                           forced_colors=forced, device_scale_factor=1)
            page = context.new_page()
            page.emulate_media(media=media, color_scheme=scheme)
            page.goto(address)
            name = "print" if media == "print" else "forced" if forced == "active" else scheme
            place = f" [{language} {width} {name}]"
            result = page.evaluate(MEASURE)
            texts += result.pop("texts")
            marks += result.pop("marks")
            for key, problems in result.items():
                found[key] += [p + place for p in problems]
            if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
                found["wide"].append("the gallery scrolls sideways" + place)
            if width == 1280 and scheme == "light":
                for chart, markup in page.evaluate(SIZES):
                    if chart.endswith("-normal-w-t") or chart == "bar-33-bars-w-t":
                        sizes[f"{language} {chart[:-4]}"] = len(gzip.compress(markup.encode()))
            if PICTURES:
                PICTURES.mkdir(parents=True, exist_ok=True)
                for section in page.query_selector_all("section"):
                    kind = section.get_attribute("id")
                    section.screenshot(path=PICTURES / f"{kind}.{language}.{width}.{name}.png")
            context.close()
    chromium.close()

print(f"      {texts} texts and {marks} marks seen; typical charts, compressed: "
      f"{min(sizes.values(), default=0)} to {max(sizes.values(), default=0)} bytes")
check("the gallery has every kind in both languages", [] if len(sizes) >= 28 and texts > 1_000 else ["it has not"])
check("no text overlaps another", found["overlaps"])
check("no text leaves its chart", found["clipped"])
check("text is at least 11 px at 360 px", found["small"])
check("contrast of text is at least 4.5", found["pale"])
check("contrast of marks is at least 3", found["faint"])
check("nothing scrolls sideways", found["wide"])
unclean = []
files = sorted(GALLERY.glob("*.svg"))
for file in files:
    lint = subprocess.run(["xmllint", "--nonet", "--noout", str(file)], capture_output=True, text=True)
    if lint.returncode or lint.stderr:
        unclean.append(f"{file.name}: {lint.stderr[:200]}")
    text = file.read_text(encoding="utf-8")
    if "<style>" not in text or "--objective:" not in text or "href=" in text:
        unclean.append(f"{file.name}: its style is not inside")
check("a chart's own file is clean XML with its style inside",
      unclean if len(files) >= 28 else [f"{len(files)} files"])
check("a typical chart is at most 2 KB compressed", [f"{k}: {v} bytes" for k, v in sizes.items() if v > 2_048])
print(f"{len(PASSED)} passed, {len(FAILED)} failed")
sys.exit(1 if FAILED else 0)
