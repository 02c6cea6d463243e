import Languages

/// Every template that the pages use; a theme has them all, itself or by the one it extends.
enum PageTemplates {
  static let all: [TemplateSignature] = [
    TemplateSignature(of: LayoutContext.self),
    TemplateSignature(of: ChoiceContext.self),
    TemplateSignature(of: HomeContext.self),
    TemplateSignature(of: ObjectiveContext.self),
    TemplateSignature(of: IndicatorContext.self),
    TemplateSignature(of: MeetingContext.self),
    TemplateSignature(of: PlainContext.self),
  ]
}

/// A page of one column: title, an answer in a few sentences, and what follows.
struct PlainContext: TemplateContext {
  let title: Markup
  /// The answer to the page’s question, in its first screen.
  let lede: Markup
  let body: Markup

  static let template = "page"
  static let fields: [Field<Self>] = [
    .markup("title") { $0.title }, .markup("lede") { $0.lede }, .markup("body") { $0.body },
  ]
}

/// The frame around every page.
struct LayoutContext: TemplateContext {
  var language = ""
  var pageTitle = ""
  var description = ""
  /// Canonical, alternates, Open Graph: elements of the head.
  var links = Markup()
  var data = Markup()
  var isPreview = false
  var root = ""
  var kind = ""
  var siteName = ""
  var home = ""
  var navigation = Markup()
  var twin = Markup()
  var trail = Markup()
  var isDemonstration = false
  var dataPage = ""
  var main = Markup()
  var footer = Markup()
  var hasWorkingTranslation = false
  var scripts = Markup()
  var isChoice = false

  static let template = "layout"
  static let fields: [Field<Self>] = [
    .text("language") { $0.language }, .text("pageTitle") { $0.pageTitle },
    .text("description") { $0.description }, .markup("links") { $0.links },
    .markup("data") { $0.data }, .flag("isPreview") { $0.isPreview }, .text("root") { $0.root },
    .text("kind") { $0.kind }, .text("siteName") { $0.siteName }, .text("home") { $0.home },
    .markup("navigation") { $0.navigation }, .markup("twin") { $0.twin },
    .markup("trail") { $0.trail }, .flag("isDemonstration") { $0.isDemonstration },
    .text("dataPage") { $0.dataPage },
    .markup("main") { $0.main }, .markup("footer") { $0.footer },
    .flag("hasWorkingTranslation") { $0.hasWorkingTranslation },
    .markup("scripts") { $0.scripts }, .flag("isChoice") { $0.isChoice },
  ]
}
