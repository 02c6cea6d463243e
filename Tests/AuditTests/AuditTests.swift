import Diagnostics
import Foundation
import Testing

@testable import Audit

@Suite("The outsider")
struct AuditTests {
  /// A published site of one table, as JSON files make it, and what the audit finds in it.
  func findings(
    of entries: [(String, String)], total: String, threshold: Int = 11, csv: String? = nil,
    html: String? = nil, rules: String = ""
  ) throws -> [String] {
    let folder = NSTemporaryDirectory() + "vitrine-audit-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.createDirectory(
      atPath: folder + "/data/v1", withIntermediateDirectories: true)
    func cell(_ code: String, _ entry: String) -> String {
      let value = entry.hasPrefix("[") ? "null" : entry
      let mark = entry.hasPrefix("[") ? "\"\(entry)\"" : "null"
      return "{\"period\": \"Y1\", \"place\": \"\(code)\", \"value\": \(value), \"mark\": \(mark)}"
    }
    let categories = entries.map { "{\"code\": \"\($0.0)\", \"total\": false, \"parent\": null}" }
    let json = """
      {"table": "I1-place", "indicator": "I1", "measure": "count",
       "provenance": {"dataset": "d", "threshold": \(threshold), "zerosAreSensitive": false\(rules)},
       "dimensions": [
         {"code": "period", "categories": [{"code": "Y1", "total": false, "parent": null}]},
         {"code": "place", "categories": [\(categories.joined(separator: ",")),
           {"code": "total", "total": true, "parent": null}]}],
       "cells": [\((entries.map(cell) + [cell("total", total)]).joined(separator: ","))]}
      """
    try Data(json.utf8).write(to: URL(fileURLWithPath: folder + "/data/v1/I1-place.json"))
    for (name, text) in [("data/v1/I1-place.csv", csv), ("page.html", html)] {
      guard let text else { continue }
      try Data(text.utf8).write(to: URL(fileURLWithPath: folder + "/" + name))
    }
    var findings = Findings()
    _ = SiteAudit(sites: [folder]).run(into: &findings)
    return findings.all.map(\.message.code)
  }

  @Test(
    "what can be worked out is found, and what cannot is not",
    arguments: [
      (
        "one hidden cell is the total less the others", ["[c]", "40", "50"], "93",
        ["recoverable-cells"]
      ),
      ("two hidden cells of 43 leave both open", ["[c]", "[c]", "50"], "93", []),
      (
        "two hidden cells of 1 in all may each be zero: neither is surely a small count",
        ["[c]", "[c]", "50"], "51", []
      ),
      (
        "zeros pin a neighbour: hidden under a published zero", ["[c]", "[c]", "0"], "0",
        ["recoverable-cells"]
      ),
      ("nothing hidden, nothing found", ["20", "40", "50"], "110", []),
      ("figures that do not add up", ["20", "40", "[c]"], "30", ["contradiction"]),
    ] as [(String, [String], String, [String])])
  func attack(_ name: String, _ cells: [String], _ total: String, _ expected: [String]) throws {
    let entries = Array(zip(["A", "B", "C"], cells))
    #expect(try findings(of: entries, total: total) == expected, "\(name)")
  }

  /// The CSV file of the same table.
  func csv(_ values: [String]) -> String {
    let rows = zip(["A", "B", "C", "total"], values).map { place, value in
      let isMark = value.hasPrefix("[")
      return "I1-place,I1,Y1,\"Year 1, first\",An 1,\(place),\(place),\(place),count,"
        + (isMark ? ",\(value)," : "\(value),,")
    }
    return "table,indicator,period,period_en,period_fr,place,place_en,place_fr,measure,value,mark,"
      + "qualifier\n" + rows.joined(separator: "\n") + "\n"
  }

  /// The page of the same table, as a reader sees it.
  func page(_ values: [String]) -> String {
    let rows = values.map { "<tr><th scope=\"row\">x</th><td class=\"n\">\($0)</td></tr>" }
    return "<html lang=\"fr\"><a href=\"data/v1/I1-place.json\">JSON</a><table id=\"t-i1-place\">"
      + "<tr><th>Lieu</th><th>An 1</th></tr>\(rows.joined())</table></html>"
  }

  let entries = [("A", "[c]"), ("B", "[c]"), ("C", "1050")]
  let mark = "<abbr class=\"mark\" title=\"masqué\">[c]</abbr>"

  @Test("formats that agree say nothing more; spaces and letters of a page are read as written")
  func formatsAgree() throws {
    let found = try findings(
      of: entries, total: "1093", csv: csv(["[c]", "[c]", "1050", "1093"]),
      html: page([
        mark, mark, "1\u{202F}050 <abbr class=\"mark\" title=\"provisoire\">p</abbr>",
        "1\u{202F}093",
      ]))
    #expect(found == [])
  }

  @Test("one format that shows what the others hide is found, and its figure is used")
  func formatsDisagree() throws {
    let shown = try findings(
      of: entries, total: "1093", csv: csv(["[c]", "40", "1050", "1093"]))
    #expect(Set(shown) == ["formats-disagree", "recoverable-cells"])
    let onPage = try findings(
      of: entries, total: "1093", html: page([mark, "40", "1050", "1093"]))
    #expect(Set(onPage) == ["formats-disagree", "recoverable-cells"])
    let other = try findings(
      of: entries, total: "1093", html: page([mark, mark, "1051", "1093"]))
    #expect(other == ["formats-disagree"])
    let shape = try findings(of: entries, total: "1093", html: page([mark, mark, "1050"]))
    #expect(shape == ["formats-disagree"])
  }

  /// The same table in three formats, of which one shows B, which the others hide.
  @Test("one cell tampered with is caught in each format", arguments: ["JSON", "CSV", "HTML"])
  func tampered(_ format: String) throws {
    func values(in file: String) -> [String] {
      ["[c]", file == format ? "43" : "[c]", "1050", "1093"]
    }
    let json = values(in: "JSON")
    let found = try findings(
      of: Array(zip(["A", "B", "C"], json)), total: json[3], csv: csv(values(in: "CSV")),
      html: page(values(in: "HTML").map { $0 == "[c]" ? mark : $0 }))
    // With B in the open, A is nobody: the total says so.
    #expect(Set(found) == ["formats-disagree", "recoverable-cells"], "\(format)")
  }

  @Test(
    "a group of which all are in one category is found where the site says that it must not be told",
    arguments: [
      ("all 50 at C, and nobody elsewhere", ["0", "0", "50"], "50", true),
      ("30 and 20", ["0", "30", "20"], "50", false),
      ("nobody anywhere", ["0", "0", "0"], "0", false),
      ("20 elsewhere, behind two marks", ["[c]", "[c]", "30"], "50", false),
      ("any number elsewhere", ["0", "[c]", "[c]"], "50", false),
      ("nobody behind two marks", ["[c]", "[c]", "50"], "50", true),
    ] as [(String, [String], String, Bool)])
  func oneCategory(_ name: String, _ cells: [String], _ total: String, _ isTold: Bool) throws {
    let entries = Array(zip(["A", "B", "C"], cells))
    let rule = ", \"allInOneCategory\": [\"place\"]"
    let found = try findings(of: entries, total: total, rules: rule)
    #expect(found.contains("one-category") == isTold, "\(name)")
    // Of a site that does not promise it nobody asks.
    #expect(try !findings(of: entries, total: total).contains("one-category"), "\(name)")
  }

  @Test("a folder without tables says so")
  func noTables() {
    var findings = Findings()
    _ = SiteAudit(sites: ["/nowhere/at/all"]).run(into: &findings)
    #expect(findings.all.map(\.message.code) == ["no-site"])
  }
}
