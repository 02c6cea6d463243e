import Diagnostics
import Foundation
import Testing

@testable import Audit

@Suite("The outsider")
struct AuditTests {
  /// A published site of one table, as JSON files make it, and what the audit finds in it.
  func findings(of entries: [(String, String)], total: String, threshold: Int = 11) throws
    -> [String]
  {
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
       "provenance": {"dataset": "d", "threshold": \(threshold), "zerosAreSensitive": false},
       "dimensions": [
         {"code": "period", "categories": [{"code": "Y1", "total": false, "parent": null}]},
         {"code": "place", "categories": [\(categories.joined(separator: ",")),
           {"code": "total", "total": true, "parent": null}]}],
       "cells": [\((entries.map(cell) + [cell("total", total)]).joined(separator: ","))]}
      """
    try Data(json.utf8).write(to: URL(fileURLWithPath: folder + "/data/v1/I1-place.json"))
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

  @Test("a folder without tables says so")
  func noTables() {
    var findings = Findings()
    _ = SiteAudit(sites: ["/nowhere/at/all"]).run(into: &findings)
    #expect(findings.all.map(\.message.code) == ["no-site"])
  }
}
