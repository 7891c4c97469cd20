package org.countermand.tax.pdf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.countermand.tax.model.Rendering;

/** Carries the form for machines inside the one for people (ISO 32000-2, 14.13). */
final class Attachment {

  private Attachment() {}

  static void attach(PDDocument pdf, Rendering machine) throws IOException {
    PDEmbeddedFile file =
        new PDEmbeddedFile(pdf, new ByteArrayInputStream(machine.bytes()), COSName.FLATE_DECODE);
    file.setSubtype(machine.mediaType());
    file.setSize(machine.bytes().length);
    PDComplexFileSpecification specification = new PDComplexFileSpecification();
    specification.setFile(machine.fileName());
    specification.setFileUnicode(machine.fileName());
    specification.setEmbeddedFile(file);
    specification.setEmbeddedFileUnicode(file);
    specification.getCOSObject().setName(COSName.getPDFName("AFRelationship"), "Alternative");
    PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
    tree.setNames(Map.of(machine.fileName(), specification));
    PDDocumentNameDictionary names = new PDDocumentNameDictionary(pdf.getDocumentCatalog());
    names.setEmbeddedFiles(tree);
    pdf.getDocumentCatalog().setNames(names);
    COSArray associated = new COSArray();
    associated.add(specification);
    pdf.getDocumentCatalog().getCOSObject().setItem(COSName.getPDFName("AF"), associated);
  }
}
