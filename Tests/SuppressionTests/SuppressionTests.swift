import Testing

@testable import Suppression
