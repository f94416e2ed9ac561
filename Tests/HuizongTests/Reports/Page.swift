import Foundation
import FoundationXML

/// A page as an XML parser understands it; it refuses what is not well formed.
final class Page: NSObject, XMLParserDelegate {
  struct Element {
    let name: String
    let attributes: [String: String]
    /// With that of the elements inside.
    var text = ""

    func has(_ style: String) -> Bool {
      attributes["class"]?.split(separator: " ").contains { $0 == style } ?? false
    }
  }

  private(set) var elements: [Element] = []
  private(set) var text = ""
  private var open: [Int] = []

  init(_ bytes: [UInt8]) throws {
    super.init()
    let parser = XMLParser(data: Data(bytes))
    parser.delegate = self
    if !parser.parse() { throw parser.parserError ?? CocoaError(.fileReadCorruptFile) }
  }

  func all(_ name: String, _ style: String? = nil) -> [Element] {
    elements.filter { $0.name == name && (style.map($0.has) ?? true) }
  }

  func element(_ id: String) -> Element? { elements.first { $0.attributes["id"] == id } }

  var ids: [String] { elements.compactMap { $0.attributes["id"] } }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    open.append(elements.count)
    elements.append(Element(name: name, attributes: attributes))
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    open.removeLast()
  }

  func parser(_ parser: XMLParser, foundCharacters characters: String) {
    text += characters
    for index in open { elements[index].text += characters }
  }
}
