import Foundation

extension Double {
  /// Natural logarithm.
  var logarithm: Double { log(self) }
}
