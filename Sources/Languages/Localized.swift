/// The same thing said in each language: neither is the original.
public struct Localized<Value> {
  public var english: Value
  public var french: Value

  public init(english: Value, french: Value) {
    self.english = english
    self.french = french
  }

  /// Made by asking once a language.
  public static func each(_ make: (Language) -> Value) -> Localized {
    Localized(english: make(.english), french: make(.french))
  }

  /// The same value in both, for what has no language: a code, a number.
  public init(both value: Value) {
    english = value
    french = value
  }

  public subscript(language: Language) -> Value {
    get { language == .english ? english : french }
    set {
      if language == .english { english = newValue } else { french = newValue }
    }
  }

  public func map<Other>(_ transform: (Value) -> Other) -> Localized<Other> {
    Localized<Other>(english: transform(english), french: transform(french))
  }
}

extension Localized: Sendable where Value: Sendable {}
extension Localized: Equatable where Value: Equatable {}
extension Localized: Hashable where Value: Hashable {}
