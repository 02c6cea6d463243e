import Foundation
import Languages
import Notes
import Partnership

/// The day of the content, since a build knows no clock: that of its latest data or note, or
/// `SOURCE_DATE_EPOCH` (reproducible-builds.org) where it is set.
struct ContentDate {
  let date: CalendarDate

  init(
    compact: Compact, meetings: [MeetingRecord],
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) {
    if let seconds = environment["SOURCE_DATE_EPOCH"].flatMap(Int.init), seconds >= 0 {
      date = CalendarDate(daysSinceEpoch: min(seconds / 86_400, 2_900_000))
    } else {
      date =
        (compact.datasets.map(\.version) + meetings.map(\.meeting.date)).max()
        ?? compact.clock.effective
    }
  }
}
