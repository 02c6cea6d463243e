import Diagnostics

/// A file opened for reading by rows, whatever its format: its bytes, and how they are written.
struct RowSource {
  var source: ByteSource
  var dialect: Dialect

  /// - Parameters:
  ///   - path: as the machine knows it.
  ///   - shown: as the reader would type it, for findings.
  ///   - known: names of columns that the file should have.
  ///   - sheet: the sheet of a workbook, and its cells.
  ///   - nearest: asked for a name near to one that is missing.
  /// - Returns: nil where the file cannot be read, which is told.
  static func open(
    _ path: String, shown: String, known: [String], sheet: SheetChoice,
    nearest: () -> String? = { nil }, into findings: inout Findings
  ) -> RowSource? {
    let whole = Place(file: shown)
    let source: ByteSource
    do throws(ByteSource.Trouble) {
      source = try ByteSource(path: path)
    } catch {
      findings.add(
        error == .missing ? .missingDataFile(nearest: nearest()) : .unreadableDataFile, at: whole)
      return nil
    }
    return open(source, shown: shown, known: known, sheet: sheet, into: &findings)
  }

  /// The same of bytes that are there already.
  static func open(
    _ source: ByteSource, shown: String, known: [String], sheet: SheetChoice,
    into findings: inout Findings
  ) -> RowSource? {
    do throws(BadBeginning) {
      guard let kind = WorkbookKind(beginning: source.beginning(8) ?? []) else {
        let dialect = try Dialect.detected(in: source, known: known)
        return RowSource(source: source, dialect: dialect)
      }
      do throws(WorkbookTrouble) {
        let sheet = try Workbook.sheet(sheet, of: source, kind: kind)
        let text = ByteSource(text: sheet.text, of: source)
        var dialect = try detected(in: text, known: known)
        dialect.isSheet = true
        dialect.encoding = .utf8
        dialect.isEncodingCertain = true
        dialect.decimal = 0x2E
        dialect.isDecimalCertain = true
        dialect.headerLines += sheet.rowsBefore
        return RowSource(source: text, dialect: dialect)
      } catch {
        findings.add(error.message, at: error.place(in: shown))
        return nil
      }
    } catch {
      findings.add(error.message, at: error.place(in: shown))
      return nil
    }
  }

  private static func detected(
    in text: ByteSource, known: [String]
  ) throws(WorkbookTrouble) -> Dialect {
    do throws(BadBeginning) {
      return try Dialect.detected(in: text, known: known, delimiter: 0x2C)
    } catch {
      throw .emptySheet
    }
  }
}
