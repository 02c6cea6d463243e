#!/usr/bin/env python3
"""Every file of open data by the validator the public uses, and every cell read back from each:
validate.py SITE. Prints what it counted, and `N passed, N failed`.

Peers: check-jsonschema, frictionless, csvw, rdflib, openpyxl, icalendar, feedparser (PyPI), and
xmllint with the XSD of IATI 2.03 that PyPI's pyIATI carries in its source distribution.
"""
import csv
import hashlib
import json
import logging
import pathlib
import re
import subprocess
import sys
import tarfile
import warnings
import xml.etree.ElementTree as ET
from decimal import Decimal
from html.parser import HTMLParser

warnings.filterwarnings("ignore")
logging.disable(logging.ERROR)
SITE = pathlib.Path(sys.argv[1]).resolve()
DATA = SITE / "data" / "v1"
PASSED, FAILED = [], []


def check(name, problems):
    """One test: it passes when there is no problem."""
    problems = list(problems)
    (FAILED if problems else PASSED).append(name)
    print(("ok    " if not problems else "FAIL  ") + name)
    for problem in problems[:12]:
        print("        " + str(problem)[:240])
    if len(problems) > 12:
        print(f"        … and {len(problems) - 12} more")


def load(path):
    return json.loads(path.read_text(encoding="utf-8"))


index = load(DATA / "index.json")
tables = {row["code"]: load(DATA / row["json"]) for row in index["tables"]}


def cells(table):
    """(codes a dimension, value as Decimal or None, mark, qualifiers) of each cell."""
    for cell in table["cells"]:
        value = None if cell["value"] is None else Decimal(str(cell["value"]))
        yield ([cell[d["code"]] for d in table["dimensions"]], value, cell["mark"],
               "".join(cell.get("qualifiers", [])))


COUNT = sum(len(t["cells"]) for t in tables.values())
print(f"{len(tables)} tables, {COUNT} cells in {SITE.name}")


# Validators

def jsonschema():
    pairs = [("index", [DATA / "index.json"]), ("table", [DATA / row["json"] for row in index["tables"]])]
    releases = SITE / "releases"
    for name, pattern in (("manifest", "*/manifest.json"), ("changes", "*/changes.json")):
        found = sorted(releases.glob(pattern)) if releases.is_dir() else []
        if found:
            pairs.append((name, found))
    for name, files in pairs:
        run = subprocess.run(
            [sys.executable, "-m", "check_jsonschema", "--schemafile", DATA / f"{name}.schema.json", *files],
            capture_output=True, text=True)
        if run.returncode:
            yield run.stdout + run.stderr
    run = subprocess.run(
        [sys.executable, "-m", "check_jsonschema", "--check-metaschema", *sorted(DATA.glob("*.schema.json"))],
        capture_output=True, text=True)
    if run.returncode:
        yield run.stdout + run.stderr


def frictionless():
    from frictionless import Package
    report = Package(str(DATA / "datapackage.json")).validate()
    for task in report.tasks:
        for error in task.errors:
            yield f"{task.name}: {error.message}"
    for error in report.errors:
        yield error.message


def csvw():
    from csvw import CSVW
    import csvw.metadata  # noqa: F401
    found = CSVW(str(DATA / "csv-metadata.json"), validate=True)
    if not found.is_valid:
        yield from (str(w.message) for w in found.warnings)
        yield "not valid"


def jsonld():
    import rdflib
    graph = rdflib.Graph().parse(DATA / "catalog.jsonld", format="json-ld")
    dcat, dct = rdflib.Namespace("http://www.w3.org/ns/dcat#"), rdflib.DCTERMS
    datasets = set(graph.subjects(rdflib.RDF.type, dcat.Dataset))
    schema = set(graph.subjects(rdflib.RDF.type, rdflib.URIRef("https://schema.org/Dataset")))
    if not datasets or datasets != schema:
        yield f"{len(datasets)} DCAT datasets, {len(schema)} of schema.org"
    for dataset in datasets:
        languages = {t.language for t in graph.objects(dataset, dct.title)}
        if languages != {"en", "fr"}:
            yield f"{dataset}: titles in {languages}"
        files = list(graph.objects(dataset, dcat.distribution))
        if not files:
            yield f"{dataset}: no distribution"
        for file in files:
            address = str(next(graph.objects(file, dcat.downloadURL)))
            path = pathlib.Path(address[7:]) if address.startswith("file:") else DATA / address.split("/data/v1/")[-1]
            size = int(next(graph.objects(file, dcat.byteSize)))
            if not path.is_file() or path.stat().st_size != size:
                yield f"{address}: not there, or of another size"
    if not set(graph.objects(None, dcat.dataset)) == datasets:
        yield "the catalogue does not list its datasets"


def iati_schema():
    """The folder of the XSD, from pyIATI's source distribution, fetched once into the venv."""
    home = pathlib.Path(sys.prefix) / "iati"
    found = list(home.rglob("2-03/schemas/iati-activities-schema.xsd"))
    if not found:
        home.mkdir(exist_ok=True)
        subprocess.run(
            [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "--no-binary", ":all:",
             "-d", home, "pyIATI==0.4.1"], check=True)
        with tarfile.open(next(home.glob("*.tar.gz"))) as archive:
            archive.extractall(home, filter="data")
        found = list(home.rglob("2-03/schemas/iati-activities-schema.xsd"))
    return found[0]


def iati():
    file = DATA / "iati-activities.xml"
    if not file.is_file():
        return
    schema = iati_schema()
    run = subprocess.run(
        ["xmllint", "--nonet", "--noout", "--schema", schema, file], capture_output=True, text=True)
    if run.returncode:
        yield run.stderr
    lists = schema.parents[1] / "codelists"

    def codes(name):
        return {c.text for c in ET.parse(next(lists.rglob(name + ".xml"))).iter("code")}
    root = ET.parse(file).getroot()
    for tag, attribute, name in (
            ("reporting-org", "type", "OrganisationType"), ("participating-org", "type", "OrganisationType"),
            ("participating-org", "role", "OrganisationRole"), ("activity-status", "code", "ActivityStatus"),
            ("activity-date", "type", "ActivityDateType"), ("activity-scope", "code", "ActivityScope"),
            ("recipient-country", "code", "Country"), ("sector", "code", "Sector"),
            ("result", "type", "ResultType"), ("indicator", "measure", "IndicatorMeasure"),
            ("description", "type", "DescriptionType")):
        known = codes(name)
        for element in root.iter(tag):
            if attribute in element.attrib and element.get(attribute) not in known:
                yield f"{tag} {attribute} {element.get(attribute)} is not in {name}"
    lang = "{http://www.w3.org/XML/1998/namespace}lang"
    for element in root.iter():
        narratives = [n.get(lang) for n in element.findall("narrative")]
        if narratives and narratives != ["en", "fr"]:
            yield f"{element.tag}: narratives in {narratives}"


def feeds():
    import feedparser
    files = sorted(SITE.glob("en/feeds/*.xml")) + sorted(SITE.glob("fr/flux/*.xml"))
    if len(files) < 2 or len(files) % 2:
        yield f"{len(files)} feeds"
    for file in files:
        run = subprocess.run(["xmllint", "--noout", file], capture_output=True, text=True)
        if run.returncode:
            yield run.stderr
        feed = feedparser.parse(file.read_bytes())
        name = file.relative_to(SITE)
        if feed.bozo or feed.version != "atom10":
            yield f"{name}: {feed.get('bozo_exception', feed.version)}"
        if not (feed.feed.get("id") and feed.feed.get("title") and feed.feed.get("updated_parsed")):
            yield f"{name}: no id, title or date"
        identifiers = [e.id for e in feed.entries]
        if len(set(identifiers)) < len(identifiers):
            yield f"{name}: an entry stands twice"
        dates = [e.updated for e in feed.entries]
        if dates != sorted(dates, reverse=True):
            yield f"{name}: not newest first"
        for entry in feed.entries:
            target = (file.parent / entry.link.split("#")[0]).resolve()
            if "://" not in entry.link and not target.is_file():
                yield f"{name}: {entry.link} is not there"
    whole = feedparser.parse((SITE / "en/feeds/all.xml").read_bytes())
    kinds = {e.tags[0].term for e in whole.entries}
    if index["meetings"] and "meeting" not in kinds:
        yield "no meeting in the feed"
    if index["releases"] and "release" not in kinds:
        yield "no release in the feed"


def calendars():
    import icalendar
    for name in ("en/calendar.ics", "fr/calendrier.ics"):
        raw = (SITE / name).read_bytes()
        calendar = icalendar.Calendar.from_ical(raw)
        if any(len(line) > 75 for line in raw.split(b"\r\n")):
            yield f"{name}: a line is too long"
        events = [c for c in calendar.walk("VEVENT")]
        broken = [e for c in [calendar, *events] for e in c.errors]
        yield from (f"{name}: {e}" for e in broken)
        starts = sorted(str(e.decoded("DTSTART")) for e in events)
        due = [d["due"] for d in index["decisions"] if d["due"] and d["status"] not in ("replaced", "withdrawn")]
        wanted = sorted([m["date"] for m in index["meetings"]] + due)
        if starts != wanted:
            yield f"{name}: {len(starts)} events, {len(wanted)} meetings and due dates"
        if len({str(e["UID"]) for e in events}) < len(events):
            yield f"{name}: one identifier for two events"


# The same cell from every file

def from_csv():
    def rows(path):
        with path.open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    def compare(path, row, codes, dimensions, value, mark, qualifiers):
        read = (None if row["value"] == "" else Decimal(row["value"]), row["mark"] or None, row["qualifier"])
        if read != (value, mark, qualifiers) or [row[d] for d in dimensions] != codes:
            yield f"{path.name}: {codes}: {read}, JSON {(value, mark)}"
    everything = {}
    for row in rows(DATA / "all.csv"):
        everything.setdefault(row["table"], []).append(row)
    indicators = {}
    for file in sorted((DATA / "indicators").glob("*.csv")):
        for row in rows(file):
            indicators.setdefault(row["table"], []).append(row)
    for code, table in tables.items():
        dimensions = [d["code"] for d in table["dimensions"]]
        sources = [rows(DATA / f"{code}.csv"), everything.get(code, [])]
        if any(code in i["tables"] for i in index["indicators"]):
            sources.append(indicators.get(code, []))
        for source in sources:
            if len(source) != len(table["cells"]):
                yield f"{code}: {len(source)} rows, {len(table['cells'])} cells"
                continue
            for row, cell in zip(source, cells(table)):
                yield from compare(DATA / f"{code}.csv", row, cell[0], dimensions, *cell[1:])


def from_json():
    whole = {t["table"]: t for t in load(DATA / "all.json")["tables"]}
    if whole != tables:
        yield "all.json is not its tables"
    for file in sorted((DATA / "indicators").glob("*.json")):
        for table in load(file)["tables"]:
            if table != tables[table["table"]]:
                yield f"{file.name}: {table['table']} differs"


def from_iati():
    """Values and hidden figures of every table of an indicator; absences where nothing is broken down."""
    file = DATA / "iati-activities.xml"
    if not file.is_file():
        return
    root, read, starts = ET.parse(file).getroot(), {}, {}
    begins = sorted({p.find("period-start").get("iso-date") for p in root.iter("period")})
    for number, start in enumerate(begins, 1):
        starts[start] = f"Y{number}"
    codes = {"1": ("count", "amount", "cumulative"), "2": ("percent-change",), "4": ("stage",)}
    for indicator in root.iter("indicator"):
        english, french = (n.text for n in indicator.find("title"))
        for period in indicator.iter("period"):
            for actual in period.iter("actual"):
                key = (english.split(" ")[0], indicator.get("measure"),
                       starts[period.find("period-start").get("iso-date")],
                       tuple((d.get("name"), d.get("value")) for d in actual.iter("dimension")))
                comments = [n.text for n in actual.findall("comment/narrative")]
                marks = {"".join(re.findall(r"\[[a-z]\]", c)) for c in comments} or {""}
                if len(marks) != 1:
                    yield f"{key}: the languages differ"
                value = actual.get("value")
                if key in read:
                    yield f"{key}: stands twice"
                read[key] = (None if value is None else Decimal(value), marks.pop())
    known, seen = {i["code"] for i in index["indicators"]}, set()
    for code, table in tables.items():
        if table["indicator"] not in known:
            continue
        measure = next(m for m, names in codes.items() if table["measure"].split("-")[0] in
                       [n.split("-")[0] for n in names])
        totals = [{c["code"] for c in d["categories"] if c["total"]} for d in table["dimensions"]]
        names = [d["code"] for d in table["dimensions"]]
        for path, value, mark, qualifiers in cells(table):
            split = tuple((n, c) for n, c, t in zip(names[1:], path[1:], totals[1:]) if c not in t)
            if path[0] == "Y0" or (value is None and mark != "[c]" and split):
                continue
            key = (table["indicator"], measure, path[0], split)
            seen.add(key)
            wanted = (value, (mark or "") + qualifiers)
            if read.get(key) != wanted:
                yield f"{code} {path}: IATI {read.get(key)}, JSON {wanted}"
    yield from (f"{key}: in IATI only" for key in set(read) - seen)


def from_xlsx():
    import openpyxl
    for language, name in (("en", "figures.en.xlsx"), ("fr", "chiffres.fr.xlsx")):
        book = openpyxl.load_workbook(DATA / name)
        if book.properties.created.date().isoformat() != index["date"]:
            yield f"{name}: made on {book.properties.created}, content of {index['date']}"
        names = book.sheetnames
        if len(names) != len(tables) + 3:
            yield f"{name}: {len(names)} sheets for {len(tables)} tables"
            continue
        for sheet in book:
            if sheet.merged_cells.ranges:
                yield f"{name}: {sheet.title} has merged cells"
            for row in sheet.iter_rows():
                for cell in row:
                    if cell.data_type == "f":
                        yield f"{name}: {sheet.title} {cell.coordinate} is a formula"
        for sheet, (code, table) in zip(book.worksheets[3:], sorted(tables.items())):
            if len(sheet.tables) != 1:
                yield f"{name}: {sheet.title}: {len(sheet.tables)} tables"
                continue
            area = next(iter(sheet.tables.values())).ref
            area = sheet[area]
            rows = [[c.value for c in row] for row in area]
            periods, others = table["dimensions"][0], table["dimensions"][1:]
            label = [{c["code"]: c[language] for c in d["categories"]} for d in table["dimensions"]]
            width = max(len(others), 1)
            if len(rows[0]) != width + len(periods["categories"]):
                yield f"{name}: {sheet.title}: {rows[0]}"
                continue
            read = {}
            for row, looks in zip(rows[1:], area[1:]):
                for period, shown, cell in zip(periods["categories"], row[width:], looks[width:]):
                    letters = "".join(re.findall(r"\[[a-z]\]", cell.number_format))
                    read.setdefault((period["code"], tuple(row[:len(others)])), (shown, letters))
            seen_labels = set()
            for path, value, mark, qualifiers in cells(table):
                key = (path[0], tuple(label[i + 1][c] for i, c in enumerate(path[1:])))
                if key in seen_labels:
                    yield f"{name}: {code}: two rows with one name {key}"
                seen_labels.add(key)
                shown, letters = read.get(key, (None, ""))
                wanted = mark if value is None else value
                if value is None:
                    same = shown == wanted
                else:
                    same = (isinstance(shown, (int, float)) and Decimal(str(shown)) == value
                            and letters == qualifiers)
                if not same:
                    yield f"{name}: {code} {path}: sheet {shown!r}, JSON {wanted} {qualifiers}"
        for sheet in book.worksheets[:3]:
            if sheet["A1"].value is None:
                yield f"{name}: {sheet.title} has no title in A1"


class Tables(HTMLParser):
    """The tables of a page by identifier: rows of texts of their cells."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.tables, self.table, self.cell = {}, None, None
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        a = dict(attributes)
        if tag == "table":
            self.table = self.tables.setdefault(a.get("id") or f"table-{len(self.tables)}", [])
        elif tag == "tr" and self.table is not None:
            self.table.append([])
        elif tag in ("td", "th") and self.table:
            self.cell = ""

    def handle_endtag(self, tag):
        if tag in ("td", "th") and self.cell is not None:
            self.table[-1].append(" ".join(self.cell.split()))
            self.cell = None
        elif tag == "table":
            self.table = None

    def handle_data(self, data):
        if self.cell is not None:
            self.cell += data


def number(text, language):
    """A figure as a page writes it, as a number; None where it is none."""
    text = text.replace("\u2212", "-").replace("+", "").replace("%", "")
    text = re.sub(r"[\s\u00a0\u202f$€A-Z]", "", text)
    text = text.replace(",", "") if language == "en" else text.replace(",", ".")
    return Decimal(text) if re.fullmatch(r"-?\d+(\.\d+)?", text) else None


def from_html():
    """Each published table that a page shows as a table: the same figures, row by row."""
    found = set()
    for language in ("en", "fr"):
        pages = [Tables(p.read_text(encoding="utf-8")) for p in
                 sorted((SITE / language).rglob("*.html"))]
        shown = [rows for page in pages for rows in page.tables.values()]
        for code, table in tables.items():
            periods = table["dimensions"][0]["categories"]
            rows = {}
            for path, value, mark, qualifiers in cells(table):
                rows.setdefault(tuple(path[1:]), []).append((value, mark, qualifiers))
            wanted = [[value if value is not None else mark for value, mark, _ in row] for row in rows.values()]

            def read(cell):
                mark = re.match(r"\[[cxzn]\]", cell)
                return mark.group() if mark else number(re.split(r"\[", cell)[0], language)

            def same(candidate):
                body = [r for r in candidate[1:] if len(r) == len(periods) + 1]
                # A table without a breakdown may be the total row of one with it.
                rows = iter([[read(c) for c in r[1:]] for r in body])
                return all(row in rows for row in wanted)
            if any(same(candidate) for candidate in shown):
                found.add((language, code))
    for code, table in tables.items():
        for language in ("en", "fr"):
            # The counts behind a percent change need not be on a page by themselves.
            behind = table["measure"] == "count" and tables.get(table["indicator"], {}).get("measure") == "percent-change"
            if (language, code) not in found and not behind:
                yield f"{language}: {code} is on no page with these figures"


def from_svg():
    """A chart's description names the first, last, highest and lowest figure: as the table has them."""
    for language, folder in (("en", "indicators"), ("fr", "indicateurs")):
        files = sorted((SITE / language / folder).glob("*.svg"))
        if not files:
            yield f"{language}: no chart files"
        for file in files:
            root = ET.parse(file).getroot()
            space = "{http://www.w3.org/2000/svg}"
            text = " ".join("".join(e.itertext()) for e in root.iter() if e.tag == space + "desc")
            code = next((i["code"] for i in index["indicators"]
                         if re.sub(r"[^a-z0-9]+", "-", i["code"].lower()) == file.stem), None)
            table = tables.get(code)
            if table is None:
                yield f"{file.relative_to(SITE)}: whose is it?"
                continue
            values = [value for _, value, _, _ in cells(table) if value is not None]
            if table["measure"] == "stage" or len(values) < 2:
                continue
            plain = re.sub(r"[\s\u00a0\u202f]", "", text)
            for value in {values[0], values[-1], min(values), max(values)}:
                digits = f"{abs(value):,}"
                digits = digits if language == "en" else digits.replace(",", "").replace(".", ",")
                if not re.search(r"(?<!\d)" + re.escape(digits), plain):
                    yield f"{file.relative_to(SITE)}: {digits} is not in the description"


def releases():
    folder = SITE / "releases"
    listed = {r["name"] for r in index["releases"]}
    there = {p.name for p in folder.iterdir() if p.is_dir()} if folder.is_dir() else set()
    if listed != there:
        yield f"index lists {sorted(listed)}, the site holds {sorted(there)}"
    for name in sorted(there):
        run = subprocess.run(
            ["sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS"], cwd=folder / name,
            capture_output=True, text=True)
        if run.returncode:
            yield f"{name}: {run.stdout} {run.stderr}"
        manifest = load(folder / name / "manifest.json")
        for file in manifest["files"]:
            raw = (folder / name / file["path"]).read_bytes()
            if hashlib.sha256(raw).hexdigest() != file["sha256"] or len(raw) != file["bytes"]:
                yield f"{name}: {file['path']} is not what the manifest says"


check("JSON follows the published schemas (check-jsonschema)", jsonschema())
check("datapackage.json (frictionless)", frictionless())
check("csv-metadata.json (csvw)", csvw())
check("catalog.jsonld: DCAT and schema.org in both languages (rdflib)", jsonld())
check("iati-activities.xml (xmllint, XSD and code lists of 2.03)", iati())
check("feeds (xmllint, feedparser)", feeds())
check("calendars (icalendar)", calendars())
check("releases: manifests and sums (sha256sum)", releases())
check("every cell: CSV, three times", from_csv())
check("every cell: JSON of indicators and of all", from_json())
check("every cell: IATI", from_iati())
check("every cell: spreadsheets in both languages (openpyxl)", from_xlsx())
check("every table: pages in both languages", from_html())
check("first, last, highest, lowest: chart descriptions in both languages", from_svg())
print(f"{len(PASSED)} passed, {len(FAILED)} failed")
sys.exit(1 if FAILED else 0)
