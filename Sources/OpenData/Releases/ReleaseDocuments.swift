import Fingerprints
public import Languages
import Publication

extension ReleaseDifference {
  /// `changes.json`, laid out as `changes.schema.json` says.
  public var json: [UInt8] {
    func entry(_ entry: Entry?) -> JSONValue {
      guard let entry else { return .null }
      return .object([
        ("value", entry.value.map { .number(TidyCSV.plain($0)) } ?? .null),
        ("mark", .optional(entry.mark)),
      ])
    }
    func number(_ value: Int?) -> JSONValue { value.map { .number(String($0)) } ?? .null }
    return JSONValue.object([
      ("release", .optional(release)), ("date", .text(date.iso)), ("since", .optional(since)),
      ("words", .list(sentences.map { .both($0.text) })),
      (
        "rules",
        .list(
          rules.map {
            .object([
              ("class", .text($0.confidentiality)), ("before", number($0.before)),
              ("after", number($0.after)),
            ])
          })
      ),
      (
        "series",
        .list(
          series.map { series in
            .object([
              ("code", .text(series.code)), ("added", .number(String(series.added))),
              (
                "cells",
                .list(
                  series.cells.map { cell in
                    .object([
                      ("codes", .list(cell.codes.map(JSONValue.text))),
                      ("kind", .text(cell.kind.rawValue)), ("before", entry(cell.before)),
                      ("after", entry(cell.after)),
                    ])
                  })
              ),
            ])
          })
      ),
    ]).bytes
  }
}

/// What the folder of a release holds beside the figures: a list of its files with their sizes and
/// sums, for programs and for `sha256sum --check`.
public struct ReleaseManifest: Sendable {
  let name: String
  let date: CalendarDate
  let files: [(path: String, bytes: [UInt8])]

  public init(name: String, date: CalendarDate, files: [(path: String, bytes: [UInt8])]) {
    self.name = name
    self.date = date
    self.files = files.sorted { $0.path.precedesInBytes($1.path) }
  }

  public static let manifestName = "manifest.json"
  public static let sumsName = "SHA256SUMS"

  /// `manifest.json`, laid out as `manifest.schema.json` says.
  public var json: [UInt8] {
    JSONValue.object([
      ("release", .text(name)), ("date", .text(date.iso)),
      (
        "files",
        .list(
          files.map {
            .object([
              ("path", .text($0.path)), ("bytes", .number(String($0.bytes.count))),
              ("sha256", .text(Fingerprint(of: $0.bytes).hex)),
            ])
          })
      ),
    ]).bytes
  }

  /// One line a file, the manifest's own last: `sha256sum --check SHA256SUMS`.
  public var sums: [UInt8] {
    let all = files + [(path: Self.manifestName, bytes: json)]
    return Array(all.map { "\(Fingerprint(of: $0.bytes).hex)  \($0.path)\n" }.joined().utf8)
  }
}
