package org.countermand.channel.model;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The names that shops give to their columns, to spare a person most of the choosing. */
public final class FieldNames {

  private static final Map<Field, List<String>> NAMES =
      Map.ofEntries(
          names(
              Field.ORDER_NUMBER,
              "invoice invoiceno order ordernumber orderid bestellnummer"
                  + " numerodecommande commande name"),
          names(
              Field.PLACED_AT,
              "invoicedate orderdate date placedat createdat bestelldatum datum"
                  + " datedecommande"),
          names(
              Field.SKU,
              "stockcode sku lineitemsku item itemnumber artikelnummer article" + " reference"),
          names(
              Field.DESCRIPTION,
              "description lineitemname title product productname bezeichnung"
                  + " artikel designation"),
          names(Field.QUANTITY, "quantity lineitemquantity qty menge anzahl quantite"),
          names(
              Field.UNIT_PRICE,
              "price unitprice lineitemprice preis einzelpreis prix" + " prixunitaire"),
          names(
              Field.CUSTOMER,
              "customerid customer customernumber kundennummer kunde client"
                  + " numeroclient email"),
          names(Field.EMAIL, "email emailaddress mail customeremail kundenemail courriel"),
          names(Field.NAME, "billingname customername buyername kundenname nomduclient"),
          names(Field.COUNTRY, "country billingcountry shippingcountry land pays"),
          names(Field.CURRENCY, "currency waehrung währung devise"),
          names(Field.LANGUAGE, "language locale sprache langue"),
          names(
              Field.PAYMENT,
              "paymentreference paymentid paymentintent transactionid payment zahlung zahlungsreferenz paiement"),
          names(Field.TAX_RATE, "taxrate vatrate mwstsatz tauxtva"),
          names(Field.TAX_AMOUNT, "taxamount vatamount tax vat mwst tva"));

  private FieldNames() {}

  /** For every field the first column that is called as such columns are, if there is one. */
  public static Map<Field, String> guess(List<String> columns) {
    Map<Field, String> guessed = new EnumMap<>(Field.class);
    NAMES.forEach(
        (field, names) ->
            names.stream()
                .flatMap(name -> columns.stream().filter(column -> plain(column).equals(name)))
                .findFirst()
                .ifPresent(column -> guessed.put(field, column)));
    return guessed;
  }

  private static Map.Entry<Field, List<String>> names(Field field, String names) {
    return Map.entry(field, Arrays.asList(names.split(" ", -1)));
  }

  private static String plain(String column) {
    return column.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }
}
