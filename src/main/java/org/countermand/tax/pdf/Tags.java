package org.countermand.tax.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDNumberTreeNode;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkedContentReference;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDParentTreeValue;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.PDTableAttributeObject;

/** What each piece of a page is, in the order in which it is to be read (ISO 32000-1, 14.7). */
final class Tags {

  private final PDStructureTreeRoot root = new PDStructureTreeRoot();
  private final PDStructureElement document = element("Document", root);
  private final List<COSArray> marks = new ArrayList<>();

  PDStructureElement under(String type) {
    return under(type, document);
  }

  PDStructureElement under(String type, PDStructureElement parent) {
    return type.equals("TH")
        ? head(parent, PDTableAttributeObject.SCOPE_COLUMN)
        : element(type, parent);
  }

  /** A cell that says what its row is. */
  PDStructureElement rowHead(PDStructureElement row) {
    return head(row, PDTableAttributeObject.SCOPE_ROW);
  }

  private static PDStructureElement head(PDStructureElement row, String scope) {
    PDTableAttributeObject attribute = new PDTableAttributeObject();
    attribute.setScope(scope);
    PDStructureElement made = element("TH", row);
    made.addAttribute(attribute);
    return made;
  }

  /** A page that is begun. */
  void page(PDPage page) {
    page.setStructParents(marks.size());
    page.getCOSObject().setName("Tabs", "S");
    marks.add(new COSArray());
  }

  /** The number under which the next piece of the last page belongs to an element. */
  int mark(PDPage page, PDStructureElement element) {
    COSArray ofPage = marks.get(page.getStructParents());
    PDMarkedContentReference reference = new PDMarkedContentReference();
    reference.setPage(page);
    reference.setMCID(ofPage.size());
    element.appendKid(reference);
    ofPage.add(element);
    return ofPage.size() - 1;
  }

  void finish(PDDocument pdf) {
    TreeMap<Integer, PDParentTreeValue> numbers = new TreeMap<>();
    for (int page = 0; page < marks.size(); page++) {
      numbers.put(page, new PDParentTreeValue(marks.get(page)));
    }
    PDNumberTreeNode parents = new PDNumberTreeNode(PDParentTreeValue.class);
    parents.setNumbers(numbers);
    root.setParentTree(parents);
    root.setParentTreeNextKey(marks.size());
    PDMarkInfo marked = new PDMarkInfo();
    marked.setMarked(true);
    pdf.getDocumentCatalog().setMarkInfo(marked);
    pdf.getDocumentCatalog().setStructureTreeRoot(root);
  }

  private static PDStructureElement element(String type, PDStructureNode parent) {
    PDStructureElement made = new PDStructureElement(type, parent);
    parent.appendKid(made);
    return made;
  }
}
