import Languages

/// What one template may say: its name, and its fields, so that a theme is checked when it loads.
protocol TemplateContext: Sendable {
  /// The file’s name without `templates/` and `.mustache`.
  static var template: String { get }
  static var fields: [Field<Self>] { get }
}

/// A name that a template may use, and what stands there.
struct Field<Context>: Sendable {
  enum Value: Sendable {
    /// `{{name}}`: escaped.
    case text(@Sendable (Context) -> String)
    /// `{{{name}}}`: markup, already escaped.
    case markup(@Sendable (Context) -> Markup)
    /// `{{#name}}…{{/name}}`.
    case flag(@Sendable (Context) -> Bool)
  }

  let name: String
  let value: Value

  static func text(_ name: String, _ value: @escaping @Sendable (Context) -> String) -> Self {
    Self(name: name, value: .text(value))
  }

  static func markup(_ name: String, _ value: @escaping @Sendable (Context) -> Markup) -> Self {
    Self(name: name, value: .markup(value))
  }

  static func flag(_ name: String, _ value: @escaping @Sendable (Context) -> Bool) -> Self {
    Self(name: name, value: .flag(value))
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
        switch field.value {
        case .text: .text
        case .markup: .markup
        case .flag: .flag
        }
    }
    self.fields = fields
  }
}
