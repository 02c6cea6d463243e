public import Diagnostics
public import Languages

/// One language of a note, checked: what may be shown of it, as a tree of values.
public struct NoteDocument: Sendable, Hashable {
  public let language: Language
  public let blocks: [NoteBlock]
  /// How many passages were closed to the public.
  public let closedPassages: Int
  /// Numbers typed in prose beside the words of an indicator: whether one reveals a hidden figure
  /// is asked of the gate.
  public let typedNumbers: [TypedNumber]
  /// Every figure referred to, in order.
  public let references: [FigureReference]
}

public enum NoteBlock: Sendable, Hashable {
  /// Level 2 to 6; the anchor is unique in the document.
  case heading(level: Int, anchor: String, text: [NoteInline])
  case paragraph([NoteInline])
  case list(isOrdered: Bool, start: Int, items: [NoteItem])
  case quote([NoteBlock])
  case code(String)
  case rule
  case table(header: [[NoteInline]], rows: [[[NoteInline]]])
  case footnote(label: String, blocks: [NoteBlock])
}

public struct NoteItem: Sendable, Hashable {
  /// Nil where the item is no task.
  public let isDone: Bool?
  public let blocks: [NoteBlock]
  /// The code of the decision that the item states, for its anchor.
  public let decision: String?
}

public enum NoteInline: Sendable, Hashable {
  case text(String)
  case emphasis([NoteInline])
  case strong([NoteInline])
  case strikethrough([NoteInline])
  case code(String)
  case link(address: String, text: [NoteInline])
  case lineBreak
  // Rare and large: beside the others it would make each of them as large.
  indirect case figure(FigureReference)
  /// A code of the catalogue or of the ledger, to be linked: `A1.03`, `I2.4`, `D-2024-03`, `R4`.
  case mention(code: String)
  case footnoteReference(label: String)
}

/// `{{I2.4 2024 sex=F}}`: a published figure, quoted.
public struct FigureReference: Sendable, Hashable {
  public struct Filter: Sendable, Hashable {
    public let dimension: String
    public let category: String
  }

  public let series: String
  /// A partnership year's code, `Y2`.
  public let period: String
  public let filters: [Filter]
  /// Whether the change from the baseline is meant, in percent.
  public let wantsChange: Bool
  public let place: Place
}

/// A number in prose, and the indicators of which the prose speaks.
public struct TypedNumber: Sendable, Hashable {
  /// What was typed, without its decimal sign: 12.5 is 125 with one decimal. A count has no decimals.
  public let number: Int
  public let decimals: Int
  public let isPercent: Bool
  public let series: [String]
  public let place: Place
}
