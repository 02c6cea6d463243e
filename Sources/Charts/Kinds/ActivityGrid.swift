public import Languages
public import Partnership

/// Every activity as a tile, by objective, with its status as a shape.
public struct ActivityGrid: ChartKind {
  public struct Tile: Sendable, Hashable {
    /// `A1.03`.
    public var code: String
    public var status: ActivityStatus

    public init(_ code: String, _ status: ActivityStatus) {
      self.code = code
      self.status = status
    }
  }

  public struct Row: Sendable, Hashable {
    public var name: Localized<String>
    /// 1…4, for its colour.
    public var objective: Int
    public var tiles: [Tile]

    public init(_ name: Localized<String>, objective: Int, tiles: [Tile]) {
      self.name = name
      self.objective = objective
      self.tiles = tiles
    }
  }

  public var rows: [Row]
  public var title: Localized<String>?

  public init(rows: [Row], title: Localized<String>? = nil) {
    self.rows = rows
    self.title = title
  }

  /// - Parameter status: by code; `noInformation` for one that is not there.
  public init(
    objectives: [Objective], activities: [Activity], status: [String: ActivityStatus],
    title: Localized<String>? = nil
  ) {
    self.init(
      rows: objectives.map { objective in
        Row(
          objective.shortName, objective: objective.number,
          tiles: activities.filter { $0.objective == objective.code }
            .map { Tile($0.code, status[$0.code] ?? .noInformation) })
      }, title: title)
  }
}
