import Foundation

/// Where findings and progress go; results go to standard output.
enum StandardError {
  static func print(_ text: String) {
    write(text + "\n")
  }

  static func write(_ text: String) {
    FileHandle.standardError.write(Data(text.utf8))
  }
}
