package org.countermand.channel.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.countermand.kernel.Finding;
import org.countermand.kernel.ReasonCode;
import org.junit.jupiter.api.Test;

class MappingTest {

  @Test
  void a_sound_mapping_has_no_findings_and_names_the_columns_a_file_lacks() {
    Mapping mapping = mapping("web", "yyyy-MM-dd", Map.of());

    assertThat(mapping.findings()).isEmpty();
    assertThat(mapping.findings(List.of("Order", "Date", "Item", "Number", "Price")))
        .containsExactly(Finding.of(ReasonCode.COLUMN_MISSING, "column", "Mail"));
  }

  @Test
  void everything_that_is_wrong_is_said_at_once() {
    Mapping mapping = mapping("", "not a date", Map.of(Field.TAX_RATE, "19"));

    assertThat(mapping.findings())
        .extracting(finding -> finding.parameters().get("field"))
        .containsExactlyInAnyOrder("datePatterns", "channel", "taxAmount");
  }

  @Test
  void a_template_fills_columns_into_text() {
    Template template = Template.parse("pi_{Order}-{Item}{");

    assertThat(template.columns()).containsExactly("Order", "Item");
    assertThat(template.fill(column -> column.toUpperCase(java.util.Locale.ROOT)))
        .isEqualTo("pi_ORDER-ITEM{");
    assertThat(Template.parse("{Order}").isOneColumn()).isTrue();
    assertThat(Template.parse("EUR").isOneColumn()).isFalse();
  }

  @Test
  void usual_names_of_columns_are_recognised() {
    assertThat(FieldNames.guess(List.of("Bestellnummer", "E-Mail", "Menge", "Farbe")))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                Field.ORDER_NUMBER, "Bestellnummer",
                Field.EMAIL, "E-Mail",
                Field.CUSTOMER, "E-Mail",
                Field.QUANTITY, "Menge"));
  }

  private static Mapping mapping(String channel, String dates, Map<Field, String> more) {
    Map<Field, String> fields = new EnumMap<>(Field.class);
    fields.put(Field.ORDER_NUMBER, "{Order}");
    fields.put(Field.PLACED_AT, "{Date}");
    fields.put(Field.SKU, "{Item}");
    fields.put(Field.QUANTITY, "{Number}");
    fields.put(Field.UNIT_PRICE, "{Price}");
    fields.put(Field.CUSTOMER, "{Mail}");
    fields.put(Field.EMAIL, "{Mail}");
    fields.put(Field.COUNTRY, "DE");
    fields.put(Field.CURRENCY, "EUR");
    fields.put(Field.PAYMENT, "pi_{Order}");
    fields.putAll(more);
    return new Mapping(
        "linden",
        "Web shop",
        channel,
        "Linden GmbH",
        "depot",
        "stripe",
        new Dialect(',', "UTF-8", '.', List.of(dates), "Europe/Berlin"),
        fields,
        "",
        "",
        "DE",
        List.of());
  }
}
