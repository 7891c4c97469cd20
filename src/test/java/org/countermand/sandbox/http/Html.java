package org.countermand.sandbox.http;

/** The frame of the pages for people: plain HTML, no scripts, readable without a mouse. */
public final class Html {

  private static final String STYLE =
      """
      body { font: 1rem/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 70rem; \
      padding: 0 1rem; color: #1a1a1a; background: #fff; }
      table { border-collapse: collapse; width: 100%; margin: 0 0 2rem; }
      caption { text-align: left; font-weight: 600; padding: .5rem 0; }
      th, td { text-align: left; padding: .3rem .6rem; border-bottom: 1px solid #ccc; }
      .amount { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
      .scroll { overflow-x: auto; }
      """;

  private Html() {}

  /** A whole document; the title is escaped, the body is HTML. */
  public static String page(String title, String body) {
    return "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>"
        + escape(title)
        + "</title>\n<style>\n"
        + STYLE
        + "</style>\n</head>\n<body>\n<main>\n<h1>"
        + escape(title)
        + "</h1>\n"
        + body
        + "</main>\n</body>\n</html>\n";
  }

  /** Text that means nothing to a browser. */
  public static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
