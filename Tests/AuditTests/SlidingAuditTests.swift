import Diagnostics
import Foundation
import Testing

@testable import Audit

@Suite("The outsider and a width that may lie anywhere")
struct SlidingAuditTests {
  /// Places A and B by sex, in one year. Women are 8, men 1, of whom A has the one: A is that man and
  /// 0 to 8 women. So A is surely from 1 to 9, one value less than `[c]` says under k = 11.
  private func findings(_ rules: String) throws -> [String] {
    let folder = NSTemporaryDirectory() + "vitrine-sliding-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.createDirectory(
      atPath: folder + "/data/v1", withIntermediateDirectories: true)
    let shown: [(String, String, Int?)] = [
      ("A", "F", nil), ("A", "M", 1), ("A", "total", nil), ("B", "F", nil), ("B", "M", 0),
      ("B", "total", nil), ("total", "F", 8), ("total", "M", 1), ("total", "total", 9),
    ]
    let cells = shown.map { place, sex, value in
      "{\"period\": \"Y1\", \"place\": \"\(place)\", \"sex\": \"\(sex)\", \"value\": "
        + (value.map(String.init) ?? "null") + ", \"mark\": " + (value == nil ? "\"[c]\"" : "null")
        + "}"
    }
    func dimension(_ code: String, _ categories: [String]) -> String {
      let list = categories.map {
        "{\"code\": \"\($0)\", \"total\": \($0 == "total"), \"parent\": null}"
      }
      return "{\"code\": \"\(code)\", \"categories\": [\(list.joined(separator: ","))]}"
    }
    let json = """
      {"table": "I1-place-sex", "indicator": "I1", "measure": "count",
       "provenance": {"dataset": "d", "threshold": 11, "zerosAreSensitive": false\(rules)},
       "dimensions": [\(dimension("period", ["Y1"])),
         \(dimension("place", ["A", "B", "total"])), \(dimension("sex", ["F", "M", "total"]))],
       "cells": [\(cells.joined(separator: ","))]}
      """
    try Data(json.utf8).write(to: URL(fileURLWithPath: folder + "/data/v1/I1-place-sex.json"))
    var findings = Findings()
    _ = SiteAudit(sites: [folder]).run(into: &findings)
    return findings.all.map(\.message.code)
  }

  @Test(
    "1 to 9 is less than the mark says, and as much as a width of 8 asks for",
    arguments: [
      ("", ["narrow-cells"]), (", \"slidingWidth\": 8", []),
      (", \"slidingWidth\": 9", ["narrow-cells"]),
    ] as [(String, [String])])
  func width(_ rules: String, _ expected: [String]) throws {
    #expect(try findings(rules) == expected)
  }
}
