package org.countermand.tax.pdf;

import static org.countermand.tax.model.TaxedOrders.tax;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.countermand.order.model.Charge;
import org.countermand.order.model.TaxLine;
import org.countermand.tax.model.CreditDocument;
import org.countermand.tax.model.TaxedOrders;
import org.countermand.tax.model.Withheld;

/** Documents of many countries and how they look on paper. */
final class Papers {

  /** Fonts for scripts that the built-in ones lack; tests that need them are skipped without. */
  static final String FOLDER = System.getProperty("countermand.fonts", "");

  static final PdfPaper PAPER = new PdfPaper(FOLDER);

  private static final boolean PICTURES = System.getProperty("countermand.pictures") != null;

  private Papers() {}

  /** What stands on a document, with plain spaces and without line ends. */
  static String textOf(CreditDocument document) {
    byte[] bytes = bytesOf(document);
    return plain(Proof.text(bytes));
  }

  static String plain(String text) {
    return text.replaceAll("[\\s\\p{Z}]+", " ");
  }

  static byte[] bytesOf(CreditDocument document) {
    byte[] bytes = PAPER.write(document, Optional.empty()).bytes();
    if (PICTURES) {
      try {
        Path folder = Files.createDirectories(Path.of("target", "pictures"));
        try (PDDocument pdf = open(bytes)) {
          for (int i = 0; i < pdf.getNumberOfPages(); i++) {
            Path picture = folder.resolve("credit-%s-%d.png".formatted(document.number(), i + 1));
            ImageIO.write(new PDFRenderer(pdf).renderImageWithDPI(i, 80), "png", picture.toFile());
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return bytes;
  }

  static PDDocument open(byte[] bytes) throws IOException {
    return Loader.loadPDF(bytes);
  }

  static CreditDocument german() {
    TaxedOrders orders =
        TaxedOrders.in("EUR")
            .registered("VAT-DE", "DE123456789")
            .called("Schuhe „Höhenweg“")
            .line(2, "59.90", tax("DE-VAT", "19", "9.56 EUR"))
            .called("Kinderbuch")
            .line(1, "12.90", tax("DE-VAT", "7", "0.84 EUR"))
            .charge(
                Charge.Kind.SHIPPING,
                "4.90",
                tax("DE-VAT", "19", "0.65 EUR"),
                tax("DE-VAT", "7", "0.06 EUR"));
    return orders.document("DE-CN-2026-000001", Locale.GERMAN, orders.rest());
  }

  static CreditDocument french() {
    TaxedOrders orders =
        TaxedOrders.in("EUR")
            .to("FR", "")
            .from("FR")
            .registered("VAT-FR", "FR40303265045")
            .called("Théière en fonte")
            .line(1, "1200.00", tax("FR-VAT", "20", "200.00 EUR"));
    return orders.document("FR-CN-2026-000001", Locale.FRENCH, orders.rest());
  }

  static CreditDocument british() {
    TaxedOrders orders =
        TaxedOrders.in("GBP")
            .to("GB", "")
            .from("GB")
            .registered("VAT-GB", "GB123456789")
            .moved()
            .line(2, "99.98", tax("GB-VAT", "20", "16.66 GBP"));
    return orders.document("GB-CN-2026-000001", Locale.ENGLISH, orders.rest());
  }

  static CreditDocument indian() {
    TaxedOrders orders =
        TaxedOrders.in("INR")
            .to("IN", "KA")
            .from("IN")
            .net()
            .registered("IN-GSTIN", "29ABCDE1234F1Z5")
            .business("29AAACB1234C1Z7")
            .called("Brass lamp")
            .line(
                1,
                "125000.00",
                tax("IN-CGST", "9", "11250.00 INR"),
                tax("IN-KA-SGST", "9", "11250.00 INR"));
    return orders.document("IN-CN-26-000001", Locale.ENGLISH, orders.rest());
  }

  static CreditDocument american() {
    TaxedOrders orders =
        TaxedOrders.in("USD")
            .to("US", "CA")
            .from("US")
            .net()
            .line(1, "200.00", tax("US-CA-SALES", "8.25", "16.50 USD"));
    return orders.document(
        "US-CN-2026-000001",
        Locale.ENGLISH,
        orders.rest(),
        new Withheld(Withheld.Kind.FEE, "RESTOCK", orders.money("30.00"), List.of()));
  }

  static CreditDocument australian() {
    TaxedOrders orders =
        TaxedOrders.in("AUD")
            .to("AU", "")
            .from("AU")
            .registered("AU-ABN", "51 824 753 556")
            .line(1, "110.00", tax("AU-GST", "10", "10.00 AUD"));
    TaxLine inFee = tax("AU-GST", "10", "2.00 AUD");
    return orders.document(
        "AU-CN-2026-000001",
        Locale.ENGLISH,
        orders.rest(),
        new Withheld(Withheld.Kind.FEE, "LATE", orders.money("22.00"), List.of(inFee)));
  }

  static CreditDocument brazilian() {
    TaxedOrders orders =
        TaxedOrders.in("BRL")
            .to("BR", "SP")
            .from("BR")
            .moved()
            .invoiced("35261112345678000195550010000000011000000017", "2026-11-20")
            .registered("BR-CNPJ", "12.345.678/0001-95")
            .called("Chapéu de palha")
            .line(1, "1234.50", tax("BR-SP-ICMS", "18", "222.21 BRL"));
    return orders.document("BR-CN-2026-000001", Locale.ENGLISH, orders.rest());
  }

  static CreditDocument mexican() {
    TaxedOrders orders =
        TaxedOrders.in("MXN")
            .to("MX", "")
            .from("MX")
            .moved()
            .invoiced("6F9619FF-8B86-D011-B42D-00CF4FC964FF", "2026-11-20")
            .registered("MX-RFC", "LIN010203AB1")
            .called("Cafetera")
            .line(1, "499.00", tax("MX-VAT", "16", "68.83 MXN"));
    return orders.document("MX-CN-2026-000001", Locale.GERMAN, orders.rest());
  }

  static CreditDocument japanese() {
    TaxedOrders orders =
        TaxedOrders.in("JPY")
            .to("JP", "")
            .from("JP")
            .sellerName("リンデン株式会社")
            .buyerName("山田花子")
            .registered("JP-T", "T1234567890123")
            .called("急須")
            .line(1, "60000", tax("JP-JCT", "10", "5454 JPY"))
            .called("煎茶 100g")
            .line(4, "40000", tax("JP-JCT", "8", "2962 JPY"));
    return orders.document("JP-CN-2026-000001", Locale.ENGLISH, orders.rest());
  }

  static CreditDocument korean() {
    TaxedOrders orders =
        TaxedOrders.in("KRW")
            .to("KR", "")
            .from("KR")
            .moved()
            .sellerName("린덴 주식회사")
            .buyerName("김민수")
            .business("120-81-47521")
            .registered("KR-BRN", "123-45-67890")
            .called("찻잔 세트")
            .line(2, "110000", tax("KR-VAT", "10", "10000 KRW"));
    return orders.document("KR-CN-2026-000001", Locale.ENGLISH, orders.rest());
  }

  static CreditDocument hindi() {
    TaxedOrders orders =
        TaxedOrders.in("INR")
            .to("IN", "MH")
            .from("IN")
            .notInvoiced()
            .buyerName("श्रीमती प्रिया शर्मा")
            .registered("IN-GSTIN", "27ABCDE1234F1Z5")
            .called("हिन्दी व्याकरण की पुस्तक")
            .line(1, "1050.00", tax("IN-IGST", "5", "50.00 INR"));
    return orders.document("IN-RV-26-000001", Locale.ENGLISH, orders.rest());
  }

  /** So many lines. */
  static CreditDocument ofLines(int count, String description) {
    TaxedOrders orders = TaxedOrders.in("EUR").registered("VAT-DE", "DE123456789");
    orders.called(description);
    for (int i = 0; i < count; i++) {
      orders.line(1, (10 + i) + ".00", tax("DE-VAT", "0", "0.00 EUR"));
    }
    return orders.document("LONG-" + count, Locale.ENGLISH, orders.rest());
  }
}
