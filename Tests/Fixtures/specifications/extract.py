"""Takes the examples out of a specification of Markdown: extract.py spec.txt > examples.jsonl

The specifications come with Debian's sources: `apt-get source cmark cmark-gfm`, `test/spec.txt`.
One example a line: number, section, extension where it needs one, Markdown, HTML.
"""

import json
import re
import sys

FENCE = "`" * 32


def examples(lines):
    section, number, part = "", 0, None
    for line in lines:
        text = line.rstrip("\n")
        if part is None and text.startswith(FENCE + " example"):
            number += 1
            extension = text[len(FENCE + " example"):].strip()
            part, markdown, html = "markdown", [], []
        elif part is not None and text == FENCE:
            row = {"number": number, "section": section}
            if extension:
                row["extension"] = extension
            row["markdown"] = "".join(markdown).replace("→", "\t")
            row["html"] = "".join(html).replace("→", "\t")
            yield row
            part = None
        elif part == "markdown" and text == ".":
            part = "html"
        elif part == "markdown":
            markdown.append(line)
        elif part == "html":
            html.append(line)
        elif heading := re.match(r"#+ (.*)", text):
            section = heading.group(1).replace(" (extension)", "")


for example in examples(open(sys.argv[1], encoding="utf-8")):
    print(json.dumps(example, ensure_ascii=False, separators=(",", ":")))
