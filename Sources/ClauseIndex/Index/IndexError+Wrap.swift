// Errors of SQLite and Foundation → ours, with the file and what to do.

internal import Foundation
internal import GRDB

extension IndexError {
  /// An error that came up while a file was being written, as one that names the file.
  static func wrap(_ error: any Error, writing path: String) -> IndexError {
    switch error {
    case let error as IndexError:
      return error
    case let error as DatabaseError:
      switch error.resultCode {
      case .SQLITE_FULL: return .unwritable(path: path, reason: "the disk is full")
      case .SQLITE_IOERR: return .unwritable(path: path, reason: "the disk is full or failed")
      case .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_PERM:
        return .unwritable(path: path, reason: "the folder can't be written to")
      default: return .unwritable(path: path, reason: error.message ?? "SQLite error \(error.resultCode)")
      }
    default:
      return .unwritable(path: path, reason: (error as NSError).localizedDescription)
    }
  }

  /// An error that came up while an index was being read, as one that names the file; what was asked for
  /// wrongly, or stopped, stays as it is.
  static func wrap(_ error: any Error, reading path: String) -> any Error {
    switch error {
    case let error as DatabaseError where error.resultCode != .SQLITE_INTERRUPT:
      IndexError.indexDamaged(path: path, reason: error.message ?? "SQLite error \(error.resultCode)")
    case is RowDecodingError:
      IndexError.indexDamaged(path: path, reason: "a value is not of the type that it was written as")
    default: error
    }
  }
}
