package org.countermand.tax.ubl;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** An element of an XML document, by the names of its children; knows nothing of UBL. */
final class ReadNote {

  /** In a path: every child. */
  static final String ANY = "*";

  private final Element element;

  private ReadNote(Element element) {
    this.element = element;
  }

  /** Reads without declarations of types and without anything from outside. */
  static ReadNote of(byte[] xml) throws SAXException {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      return new ReadNote(
          factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml)).getDocumentElement());
    } catch (ParserConfigurationException | IOException e) {
      throw new IllegalStateException("Memory was not read", e);
    }
  }

  /** All elements under a path of local names such as {@code TaxTotal/TaxSubtotal}. */
  List<ReadNote> all(String path) {
    List<ReadNote> found = List.of(this);
    for (String name : path.split("/", -1)) {
      List<ReadNote> next = new ArrayList<>();
      for (ReadNote each : found) {
        each.children(name, next);
      }
      found = next;
    }
    return found;
  }

  private void children(String name, List<ReadNote> into) {
    for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element child
          && (name.equals(ANY) || name.equals(child.getLocalName()))) {
        into.add(new ReadNote(child));
      }
    }
  }

  /** What stands there, several joined by a bar; empty where nothing does. */
  String text(String path) {
    return String.join("|", all(path).stream().map(ReadNote::text).toList());
  }

  /** What stands in it. */
  String text() {
    return element.getTextContent();
  }

  String attribute(String name) {
    return element.getAttribute(name);
  }

  /** The sum of the numbers that stand there; zero where none does. */
  BigDecimal sum(String path) {
    return all(path).stream()
        .map(each -> new BigDecimal(each.text()))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
