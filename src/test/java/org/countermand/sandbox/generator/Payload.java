package org.countermand.sandbox.generator;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.countermand.kernel.Money;
import org.countermand.order.model.Charge;
import org.countermand.order.model.Order;
import org.countermand.order.model.OrderLine;
import org.countermand.order.model.TaxLine;
import org.countermand.order.model.Tender;

/** The body with which a shop's program would have brought an order. */
final class Payload {

  private static final JsonFactory JSON = new JsonFactory();

  private Payload() {}

  static String of(Order order) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      json.writeStringField("legalEntity", order.legalEntity());
      json.writeStringField("channel", order.channel());
      json.writeStringField("number", order.channelNumber());
      json.writeObjectFieldStart("buyer");
      json.writeStringField("kind", order.buyer().kind().name());
      json.writeStringField("name", order.buyer().name());
      json.writeStringField("email", order.buyer().email());
      json.writeStringField("locale", order.buyer().locale().toLanguageTag());
      json.writeObjectFieldStart("residence");
      json.writeStringField("country", order.buyer().residence().country());
      json.writeEndObject();
      json.writeEndObject();
      json.writeStringField("currency", order.currency().getCurrencyCode());
      json.writeStringField("priceBasis", order.priceBasis().name());
      json.writeStringField("placedAt", order.placedAt().toString());
      json.writeArrayFieldStart("lines");
      for (OrderLine line : order.lines()) {
        line(json, line);
      }
      json.writeEndArray();
      json.writeArrayFieldStart("charges");
      for (Charge charge : order.charges()) {
        json.writeStartObject();
        json.writeStringField("kind", charge.kind().name());
        money(json, "amount", charge.amount());
        taxes(json, charge.taxes());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeArrayFieldStart("tenders");
      for (Tender tender : order.tenders()) {
        json.writeStartObject();
        json.writeStringField("kind", tender.kind().name());
        json.writeStringField("gateway", tender.gateway());
        json.writeStringField("reference", tender.reference());
        json.writeStringField("label", tender.label());
        money(json, "authorized", tender.authorized());
        money(json, "captured", tender.captured());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static void line(JsonGenerator json, OrderLine line) throws IOException {
    json.writeStartObject();
    json.writeStringField("sku", line.sku());
    json.writeStringField("description", line.description());
    json.writeNumberField("quantity", line.quantity());
    json.writeStringField("itemClass", line.itemClass().name());
    money(json, "goods", line.goods());
    taxes(json, line.taxes());
    json.writeEndObject();
  }

  private static void taxes(JsonGenerator json, Iterable<TaxLine> taxes) throws IOException {
    json.writeArrayFieldStart("taxes");
    for (TaxLine tax : taxes) {
      json.writeStartObject();
      json.writeStringField("authority", tax.authority());
      json.writeStringField("ratePercent", tax.ratePercent().toPlainString());
      money(json, "amount", tax.amount());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void money(JsonGenerator json, String name, Money money) throws IOException {
    json.writeObjectFieldStart(name);
    json.writeNumberField("minor", money.minor());
    json.writeStringField("currency", money.currency().getCurrencyCode());
    json.writeEndObject();
  }
}
