package org.countermand.tax.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.countermand.tax.model.TaxedOrders.tax;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.countermand.tax.model.CreditDocument;
import org.countermand.tax.model.Rendering;
import org.countermand.tax.model.TaxedOrders;
import org.countermand.tax.model.UnfaithfulForm;
import org.junit.jupiter.api.Test;

class PdfPaperTest {

  @Test
  void germany_has_a_rechnungskorrektur_with_both_rates() {
    assertThat(Papers.textOf(Papers.german()))
        .contains("Rechnungskorrektur")
        .doesNotContain("Gutschrift")
        .contains("Nummer DE-CN-2026-000001")
        .contains("Ausstellungsdatum 22. November 2026")
        .contains("Ursprüngliche Rechnung INV-1")
        .contains("Datum der ursprünglichen Rechnung 20. November 2026")
        .contains("USt-IdNr.: DE123456789")
        .contains("Schuhe „Höhenweg“ 2 50,34 € 19 % 59,90 €")
        .contains("Kinderbuch 1 12,06 € 7 % 12,90 €")
        .contains("Versand 1 4,19 € 19 % 4,90 €")
        .contains("Erstattungsbetrag 77,70 €")
        .contains("USt. 19 % 53,69 € 10,21 €")
        .contains("USt. 7 % 12,90 € 0,90 €")
        .contains("Steuer gesamt 11,11 €")
        .contains("Seite 1 von 1");
  }

  @Test
  void france_has_a_facture_d_avoir() {
    assertThat(Papers.textOf(Papers.french()))
        .contains("Facture d’avoir", "22 novembre 2026", "N° TVA : FR40303265045")
        .contains("Théière en fonte 1 1 000,00 € 20 % 1 200,00 €")
        .contains("TVA 20 % 1 000,00 € 200,00 €")
        .contains("Total remboursé 1 200,00 €");
  }

  @Test
  void the_united_kingdom_is_told_the_reason() {
    assertThat(Papers.textOf(Papers.british()))
        .contains("Credit note", "22 November 2026", "Reason returned", "VAT number: GB123456789")
        .contains("VAT 20% £83.32 £16.66")
        .contains("Total repaid £99.98");
  }

  @Test
  void india_has_central_and_state_tax_apart() {
    assertThat(Papers.textOf(Papers.indian()))
        .contains("Credit Note", "22 November 2026", "GSTIN: 29ABCDE1234F1Z5", "29AAACB1234C1Z7")
        .contains("Brass lamp 1 ₹125,000.00 9% ₹147,500.00 9%")
        .contains("CGST 9% ₹125,000.00 ₹11,250.00")
        .contains("SGST (KA) 9% ₹125,000.00 ₹11,250.00")
        .contains("Financial year of the supply 2026-27");
  }

  @Test
  void the_united_states_have_a_refund_statement_on_letter_paper() throws IOException {
    assertThat(Papers.textOf(Papers.american()))
        .contains("Refund statement", "November 22, 2026")
        .contains("Cancellation fee (RESTOCK) – -$30.00")
        .contains("Total repaid $186.50")
        .contains("Sales tax (CA) 8.25% $200.00 $16.50");
    try (PDDocument pdf = Papers.open(Papers.bytesOf(Papers.american()))) {
      assertThat(pdf.getPage(0).getMediaBox().getWidth()).isEqualTo(612);
    }
  }

  @Test
  void australia_has_an_adjustment_note_with_the_fee_taxed() {
    assertThat(Papers.textOf(Papers.australian()))
        .contains("Adjustment Note", "ABN: 51 824 753 556")
        .contains("Decrease in price $88.00", "Decrease in GST $8.00")
        .contains("Cancellation fee (LATE) 10% -$22.00")
        .contains("GST 10% $80.00 $8.00")
        .contains("Total repaid $88.00");
  }

  @Test
  void brazil_and_mexico_are_told_in_their_languages_with_the_buyer_s_title_beneath() {
    assertThat(Papers.textOf(Papers.brazilian()))
        .contains("NF-e de devolução Return note (NF-e)")
        .contains("Chave de acesso da NF-e 35261112345678000195550010000000011000000017")
        .contains("Finalidade (finNFe) 4", "UF SP", "22 de novembro de 2026", "cópia para leitura")
        .contains("ICMS (SP) 18% R$ 1.012,29 R$ 222,21");
    assertThat(Papers.textOf(Papers.mexican()))
        .contains("CFDI de egreso Rechnungskorrektur (CFDI de egreso)")
        .contains("CFDI relacionado (UUID) 6F9619FF-8B86-D011-B42D-00CF4FC964FF")
        .contains("Tipo de relación 03", "Uso del CFDI S01", "22 de noviembre de 2026")
        .contains("IVA 16 % $430.17 $68.83");
  }

  @Test
  void japan_has_both_days_and_one_tax_per_rate_with_the_reduced_one_marked() {
    assumeTrue(!Papers.FOLDER.isEmpty(), "needs a font with Japanese letters");
    assertThat(Papers.textOf(Papers.japanese()))
        .contains("適格返還請求書 Qualified return invoice")
        .contains("登録番号：T1234567890123", "リンデン株式会社", "山田花子")
        .contains("返還等を行う年月日 2026年11月22日", "元の取引年月日 2026年11月20日")
        .contains("煎茶 100g 4 8%※ ￥40,000")
        .contains("消費税 10% ￥60,000 ￥5,454")
        .contains("消費税 8%※ ￥40,000 ￥2,962")
        .contains("ご返金額合計 ￥100,000")
        .contains("※印は軽減税率対象品目です");
  }

  @Test
  void korea_has_a_modified_tax_invoice_with_its_reason() {
    assumeTrue(!Papers.FOLDER.isEmpty(), "needs a font with Korean letters");
    assertThat(Papers.textOf(Papers.korean()))
        .contains("수정세금계산서 Modified tax invoice")
        .contains("사업자등록번호: 123-45-67890", "수정사유 환입", "2026년 11월 22일", "김민수")
        .contains("부가가치세 10% ₩100,000 ₩10,000");
  }

  @Test
  void india_before_an_invoice_has_a_refund_voucher_and_may_be_in_devanagari() {
    assumeTrue(!Papers.FOLDER.isEmpty(), "needs a font with Devanagari");
    assertThat(Papers.textOf(Papers.hindi()))
        .contains("Refund Voucher", "IGST 5% ₹1,000.00 ₹50.00");
  }

  @Test
  void without_a_font_for_its_letters_nothing_is_handed_out() {
    assertThatThrownBy(() -> new PdfPaper("").write(Papers.japanese(), Optional.empty()))
        .isInstanceOf(UnfaithfulForm.class)
        .hasMessageContaining("U+9069");
  }

  @Test
  void fifty_lines_run_over_pages_under_a_repeated_head() throws IOException {
    CreditDocument document = Papers.ofLines(50, "A thing with a name that is long enough to wrap");
    byte[] bytes = Papers.bytesOf(document);
    try (PDDocument pdf = Papers.open(bytes)) {
      int pages = pdf.getNumberOfPages();
      String text = Papers.plain(Proof.text(bytes));
      assertThat(pages).isGreaterThan(2);
      assertThat(text).contains("Page 1 of " + pages, "Page " + pages + " of " + pages);
      assertThat(text.split("Description", -1)).hasSizeGreaterThanOrEqualTo(pages);
    }
  }

  @Test
  void hostile_text_is_shown_as_it_is_or_by_its_code() {
    String text =
        Papers.textOf(
            Papers.ofLines(1, "A\u202eB\u0007C\u00ad {tax} שלום \ud83e\udd84 " + "x".repeat(300)));
    assertThat(text)
        .contains("AB C {tax} [U+05E9][U+05DC]")
        .contains("[U+1F984]")
        .doesNotContain("\u202e", "\u0007");
    assertThat(text.replace(" ", "")).contains("x".repeat(300));
  }

  @Test
  void a_name_that_cannot_be_written_is_not_left_out() {
    TaxedOrders orders =
        TaxedOrders.in("EUR").buyerName("דנה").line(1, "1.19", tax("DE-VAT", "19", "0.19 EUR"));
    CreditDocument document = orders.document("CN-1", Locale.ENGLISH, orders.rest());
    assertThatThrownBy(() -> Papers.PAPER.write(document, Optional.empty()))
        .isInstanceOf(UnfaithfulForm.class)
        .hasMessageContaining("U+05D3");
  }

  @Test
  void greek_and_cyrillic_and_every_letter_of_the_union_can_be_written() {
    List<String> letters =
        List.of("ąćčďđéęěğıįķļłńňőœøřşș", "ßťțůűųżžġħŵŷāēīū", "Ελλάδα ΐ ώ", "България Ћирилица");
    for (String some : letters) {
      assertThat(Papers.textOf(Papers.ofLines(1, some))).contains(some);
    }
  }

  @Test
  void the_same_document_gives_the_same_bytes() {
    CreditDocument document = Papers.german();
    byte[] again = new PdfPaper("").write(document, Optional.empty()).bytes();
    assertThat(Papers.PAPER.write(document, Optional.empty()).bytes()).isEqualTo(again);
  }

  @Test
  void the_form_for_machines_is_carried_inside() throws IOException {
    byte[] xml = "<CreditNote/>".getBytes(StandardCharsets.UTF_8);
    Rendering paper =
        Papers.PAPER.write(
            Papers.german(), Optional.of(new Rendering("cn.xml", "application/xml", xml)));
    assertThat(paper.fileName()).isEqualTo("DE-CN-2026-000001.pdf");
    try (PDDocument pdf = Papers.open(paper.bytes())) {
      COSArray associated =
          (COSArray)
              pdf.getDocumentCatalog().getCOSObject().getDictionaryObject(COSName.getPDFName("AF"));
      COSDictionary file = (COSDictionary) associated.getObject(0);
      assertThat(file.getNameAsString("AFRelationship")).isEqualTo("Alternative");
      COSStream inside =
          (COSStream) file.getCOSDictionary(COSName.EF).getDictionaryObject(COSName.F);
      assertThat(inside.createInputStream().readAllBytes()).isEqualTo(xml);
    }
  }

  @Test
  void it_is_tagged_in_reading_order_with_its_language_and_embedded_fonts() throws IOException {
    try (PDDocument pdf = Papers.open(Papers.bytesOf(Papers.german()))) {
      assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("de-DE");
      assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
      assertThat(pdf.getDocumentCatalog().getViewerPreferences().displayDocTitle()).isTrue();
      assertThat(pdf.getDocumentInformation().getTitle())
          .isEqualTo("Rechnungskorrektur: DE-CN-2026-000001");
      List<String> types = new ArrayList<>();
      types(pdf.getDocumentCatalog().getStructureTreeRoot(), types);
      assertThat(types)
          .startsWith("Document", "P", "P", "P", "H1", "Table", "TR", "TH", "TD")
          .contains("H2");
      assertThat(types.stream().filter("H1"::equals)).hasSize(1);
      for (COSName name : pdf.getPage(0).getResources().getFontNames()) {
        PDFont font = pdf.getPage(0).getResources().getFont(name);
        assertThat(font.isEmbedded()).isTrue();
        assertThat(font.getCOSObject().containsKey(COSName.TO_UNICODE)).isTrue();
      }
    }
  }

  private static void types(PDStructureNode node, List<String> found) {
    for (Object kid : node.getKids()) {
      if (kid instanceof PDStructureElement element) {
        found.add(element.getStructureType());
        types(element, found);
      }
    }
  }
}
