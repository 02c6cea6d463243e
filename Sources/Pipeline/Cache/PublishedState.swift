import Disclosure
import Facts
import Languages
import Publication
import Site

/// What pages are made from that follows from data, rules and releases alone: figures as the public sees
/// them, and what stands beside them.
struct PublishedState: Sendable {
  let record: PublishedRecord
  /// The release that shows this record; nil for a preview.
  let release: String?
  /// The files of data that stand beside the pages.
  let files: [DataFileLink]
  /// Newest first.
  let releases: [ReleaseSummary]
}

extension PublishedState {
  var facts: [UInt8] {
    var writer = FactWriter()
    writer.add(PassedRecord.facts(of: record))
    writer.add(release) { $0.add($1) }
    writer.add(list: files) { $0.add($1) }
    writer.add(list: releases) { $0.add($1) }
    return writer.bytes
  }

  /// - Throws: where the bytes are not the facts of a state.
  init(facts: [UInt8]) throws(FactReader.Broken) {
    var reader = FactReader(facts)
    record = try PassedRecord.record(from: try reader.part())
    release = try reader.word()
    files = try reader.list { (r) throws(FactReader.Broken) in try r.file() }
    releases = try reader.list { (r) throws(FactReader.Broken) in try r.release() }
    guard reader.isAtEnd else { throw FactReader.Broken() }
  }
}

extension FactWriter {
  fileprivate mutating func add(_ file: DataFileLink) {
    add(file.series)
    add(file.table) { $0.add($1) }
    add(file.format)
    add(file.path)
    add(file.size) { $0.add($1) }
    add(file.title) { $0.add($1) }
  }

  fileprivate mutating func add(_ release: ReleaseSummary) {
    add(release.name)
    add(release.date.iso)
    add(list: release.changes) { writer, change in
      writer.add(change.kind.rawValue)
      writer.add(change.series) { $0.add($1) }
      writer.add(change.text)
    }
    add(release.files)
  }
}

extension FactReader {
  fileprivate mutating func file() throws(Broken) -> DataFileLink {
    DataFileLink(
      series: try text(), table: try word(), format: try text(), path: try both(),
      size: try optional { (r) throws(Broken) in try r.number() },
      title: try optional { (r) throws(Broken) in try r.both() })
  }

  fileprivate mutating func release() throws(Broken) -> ReleaseSummary {
    let name = try text()
    guard let date = CalendarDate(iso: try text()) else { throw Broken() }
    return ReleaseSummary(
      name: name, date: date,
      changes: try list { (r) throws(Broken) in
        ReleaseSummary.Change(
          kind: try r.word(of: ReleaseSummary.Change.Kind.self), series: try r.word(),
          text: try r.both())
      }, files: try texts())
  }
}
