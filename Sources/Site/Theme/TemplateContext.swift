import Languages

/// What one template may say: its name, and its fields, so that a theme is checked when it loads.
protocol TemplateContext: Sendable {
  /// The file’s name without `templates/` and `.mustache`.
  static var template: String { get }
  static var fields: [Field<Self>] { get }
}

/// A name that a template may use, and what stands there.
struct Field<Context>: Sendable {
  enum Kind: Sendable {
    /// `{{name}}`: escaped.
    case text
    /// `{{{name}}}`: markup, already escaped.
    case markup
    /// `{{#name}}…{{/name}}`.
    case flag
  }

  let name: String
  let kind: Kind
  let value: @Sendable (Context) -> any Sendable

  static func text(_ name: String, _ value: @escaping @Sendable (Context) -> String) -> Self {
    Self(name: name, kind: .text, value: value)
  }

  static func markup(_ name: String, _ value: @escaping @Sendable (Context) -> Markup) -> Self {
    Self(name: name, kind: .markup, value: { value($0).html })
  }

  static func flag(_ name: String, _ value: @escaping @Sendable (Context) -> Bool) -> Self {
    Self(name: name, kind: .flag, value: value)
  }
}

/// A template and the fields it may use, as the check of a theme sees them.
struct TemplateSignature: Sendable {
  let template: String
  let fields: [String: FieldKind]

  enum FieldKind: Sendable { case text, markup, flag }

  init<Context: TemplateContext>(of context: Context.Type) {
    template = Context.template
    var fields: [String: FieldKind] = [:]
    for field in Context.fields {
      fields[field.name] =
        switch field.kind {
        case .text: .text
        case .markup: .markup
        case .flag: .flag
        }
    }
    self.fields = fields
  }
}
