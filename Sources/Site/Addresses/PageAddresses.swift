public import Languages
public import Partnership

/// Where pages stand, for what leads to them from elsewhere: feeds, calendars, files of data.
public enum PageAddresses {
  public static let home = Address.home.paths
  public static let changes = Address.changes.paths

  public static func objective(_ objective: Objective) -> Localized<String> {
    Address.objective(objective).paths
  }

  public static func indicator(_ code: String) -> Localized<String> {
    Address.indicator(code).paths
  }

  public static func meeting(_ meeting: Meeting) -> Localized<String> {
    Address.meeting(meeting).paths
  }

  public static func decision(_ code: String) -> Localized<String> {
    let address = Address.decision(code)
    return address.paths.map { $0 + (address.fragment.map { "#" + $0 } ?? "") }
  }
}
