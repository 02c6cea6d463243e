import Disclosure
import Languages
import Notes
import OpenData
import Partnership
import Publication
import Site

extension OpenDataInput {
  /// What the files of open data are made from, with the pages they lead to.
  init(_ material: Build.Material, _ record: PublishedRecord, releases: [ReleaseNote]) {
    let compact = material.compact
    var pages = PageLinks()
    pages.home = PageAddresses.home
    pages.changes = PageAddresses.changes
    for objective in compact.objectives {
      pages.objectives[objective.code] = PageAddresses.objective(objective)
    }
    for indicator in compact.indicators {
      pages.indicators[indicator.code] = PageAddresses.indicator(indicator.code)
    }
    for meeting in material.meetings {
      pages.meetings[meeting.meeting.code] = PageAddresses.meeting(meeting.meeting)
    }
    for decision in material.ledger.decisions {
      pages.decisions[decision.code] = PageAddresses.decision(decision.code)
    }
    self.init(
      compact: compact, record: record, meetings: material.meetings.map(\.meeting),
      decisions: material.ledger.decisions, reports: material.meetings.flatMap(\.reports),
      day: material.date, releases: releases, pages: pages)
  }
}

extension DataFileLink {
  /// nil for a file that pages do not name.
  init?(_ file: DataFile) {
    guard let listing = file.listing else { return nil }
    self.init(
      series: listing.series, table: listing.table, format: listing.format, path: listing.path,
      size: file.bytes.count, title: listing.title)
  }
}
