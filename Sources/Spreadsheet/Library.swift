import CXLSXWriter

/// The functions of the C library, found when they are first asked for, and why they were not.
private let loaded: (functions: XLSXLibrary, fault: String?) = {
  var functions = XLSXLibrary()
  let fault = xlsxLibraryLoad(&functions).map { String(cString: $0) }
  return (functions, fault)
}()

/// The C library. Only behind `requireLibrary`, with which every workbook begins.
var library: XLSXLibrary { loaded.functions }

/// Throws when the C library is not on this machine.
func requireLibrary() throws(WorkbookError) {
  if let fault = loaded.fault { throw WorkbookError(.libraryMissing(fault)) }
}
