package org.countermand.notification.model;

import java.util.stream.Collectors;

/**
 * A letter as one HTML page that mail programs of all kinds show alike: a table for the frame, all
 * styles in place, nothing fetched. Every text is escaped on its way in.
 */
final class Html {

  private static final String FONT = "font-family:system-ui,'Segoe UI',Roboto,Arial,sans-serif;";
  private static final String TEXT = "margin:0 0 16px;line-height:1.55;";
  private static final String CELL = "padding:6px 0;border-top:1px solid #dfddd6;";

  private Html() {}

  static String of(Letter letter) {
    String body = letter.body().stream().map(Html::of).collect(Collectors.joining("\n"));
    return """
        <!DOCTYPE html>
        <html lang="%s">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>%s</title>
        </head>
        <body style="margin:0;padding:0;background:#f6f5f1;">
        <table role="presentation" width="100%%" cellpadding="0" cellspacing="0" border="0">
        <tr><td align="center" style="padding:24px 12px;">
        <table role="presentation" width="100%%" cellpadding="0" cellspacing="0" border="0" \
        style="max-width:600px;background:#ffffff;border-radius:10px;">
        <tr><td style="padding:28px 24px;%sfont-size:16px;color:#182225;text-align:left;">
        %s
        </td></tr></table>
        </td></tr></table>
        </body>
        </html>
        """
        .formatted(letter.locale().toLanguageTag(), escaped(letter.subject()), FONT, body);
  }

  private static String of(Block block) {
    if (block instanceof Block.Paragraph paragraph) {
      return element("p", TEXT, escaped(paragraph.text()));
    }
    if (block instanceof Block.Remark remark) {
      return element("p", TEXT + "font-size:14px;color:#526066;", escaped(remark.text()));
    }
    if (block instanceof Block.Heading heading) {
      return element("h2", "margin:24px 0 8px;font-size:18px;", escaped(heading.text()));
    }
    if (block instanceof Block.Digits digits) {
      String style = "margin:8px 0 24px;font-size:32px;font-weight:600;letter-spacing:6px;";
      return element("p", style, escaped(digits.digits()));
    }
    if (block instanceof Block.Link link) {
      return element("p", "margin:24px 0 16px;", of(link));
    }
    if (block instanceof Block.Sentences sentences) {
      String items =
          sentences.sentences().stream()
              .map(sentence -> element("li", "margin:0 0 6px;line-height:1.55;", escaped(sentence)))
              .collect(Collectors.joining());
      return element("ul", "margin:0 0 16px;padding:0 0 0 20px;", items);
    }
    String rows =
        ((Block.Amounts) block).rows().stream().map(Html::of).collect(Collectors.joining());
    return "<table width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\""
        + " style=\"margin:0 0 20px;\">"
        + rows
        + "</table>";
  }

  private static String of(Block.Link link) {
    return "<a href=\""
        + escaped(link.address())
        + "\" style=\"display:inline-block;padding:12px 20px;border-radius:10px;"
        + "background:#0d5968;color:#ffffff;text-decoration:none;font-weight:600;\">"
        + escaped(link.label())
        + "</a>";
  }

  private static String of(Block.Row row) {
    String weight = row.sum() ? "font-weight:600;" : "";
    return "<tr>"
        + element("td", CELL + weight, escaped(row.label()))
        + element(
            "td", CELL + weight + "text-align:right;white-space:nowrap;", escaped(row.amount()))
        + "</tr>";
  }

  private static String element(String name, String style, String content) {
    return "<" + name + " style=\"" + style + "\">" + content + "</" + name + ">";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
