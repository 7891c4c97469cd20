package org.countermand.sandbox.http;

/** A table of a page for people. A column whose heading ends in {@code >} is aligned right. */
public final class HtmlTable {

  private final StringBuilder html = new StringBuilder();
  private final boolean[] right;

  public HtmlTable(String caption, String... headings) {
    right = new boolean[headings.length];
    html.append("<div class=\"scroll\"><table>\n<caption>")
        .append(Html.escape(caption))
        .append("</caption>\n<thead><tr>");
    for (int i = 0; i < headings.length; i++) {
      right[i] = headings[i].endsWith(">");
      String heading = right[i] ? headings[i].substring(0, headings[i].length() - 1) : headings[i];
      html.append(right[i] ? "<th scope=\"col\" class=\"amount\">" : "<th scope=\"col\">")
          .append(Html.escape(heading))
          .append("</th>");
    }
    html.append("</tr></thead>\n<tbody>\n");
  }

  /** Adds a row; the cells are escaped. */
  public HtmlTable row(Object... cells) {
    html.append("<tr>");
    for (int i = 0; i < cells.length; i++) {
      html.append(right[i] ? "<td class=\"amount\">" : "<td>")
          .append(Html.escape(String.valueOf(cells[i])))
          .append("</td>");
    }
    html.append("</tr>\n");
    return this;
  }

  /** The whole table. */
  public String html() {
    return html + "</tbody>\n</table></div>\n";
  }
}
