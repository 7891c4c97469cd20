package org.countermand.e2e;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a server answered to a plain client.
 *
 * @param address what was asked for
 * @param location where it leads, or empty
 * @param nanos from the first byte sent to the last one read
 */
record Answer(URI address, int status, String location, String body, long nanos) {

  private static final Pattern FORM = Pattern.compile("(?s)<form\\b([^>]*)>(.*?)</form>");
  private static final Pattern CONTROL =
      Pattern.compile("(?s)<(input|select|textarea|button)\\b([^>]*)>");
  private static final Pattern ATTRIBUTE = Pattern.compile("([a-zA-Z-]+)=\"([^\"]*)\"");
  private static final Pattern ID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  /** The forms of the page, each with its controls as they stand. */
  List<Form> forms() {
    return FORM.matcher(body).results().map(form -> form(form.group(1), form.group(2))).toList();
  }

  /** The form that has this control. */
  Form formWith(String control) {
    return forms().stream()
        .filter(form -> form.fields().containsKey(control) || form.buttons().contains(control))
        .findFirst()
        .orElseThrow(() -> new AssertionError("No " + control + " on " + address + ": " + body));
  }

  private Form form(String head, String content) {
    Map<String, String> fields = new LinkedHashMap<>();
    List<String> buttons = new java.util.ArrayList<>();
    Matcher controls = CONTROL.matcher(content);
    while (controls.find()) {
      Map<String, String> control = attributes(controls.group(2));
      String name = control.getOrDefault("name", "");
      String type = control.getOrDefault("type", controls.group(1));
      if (type.equals("submit") || type.equals("button")) {
        buttons.add(name);
      } else if (!name.isEmpty() && !type.equals("checkbox")) {
        fields.put(name, control.getOrDefault("value", type.equals("select") ? "0" : ""));
      }
    }
    String action = attributes(head).getOrDefault("action", "");
    return new Form(address.resolve(action), fields, List.copyOf(buttons));
  }

  private static Map<String, String> attributes(String tag) {
    Map<String, String> attributes = new LinkedHashMap<>();
    Matcher matcher = ATTRIBUTE.matcher(tag);
    while (matcher.find()) {
      attributes.put(matcher.group(1), matcher.group(2).replace("&amp;", "&"));
    }
    return attributes;
  }

  /** The answer but for what is random in any: ids, tokens, nonces, moments. */
  String essence() {
    String plain =
        body.replaceAll("(name=\"jakarta.faces.ViewState\"[^>]*value=)\"[^\"]*\"", "$1\"…\"")
            .replaceAll("nonce=\"[^\"]*\"", "nonce=\"…\"")
            .replaceAll("'nonce-[^']*'", "'nonce-…'")
            .replaceAll("([\"'])[A-Za-z0-9+/=_.-]{40,}\\1", "$1…$1")
            .replaceAll("[?&]c=[0-9a-f-]{36}", "?c=…")
            .replaceAll("\\d{1,2}:\\d{2}(:\\d{2})?", "…");
    return status + " " + ID.matcher(location + "\n" + plain).replaceAll("…");
  }

  /**
   * A form as a page shows it.
   *
   * @param action where it is sent
   * @param fields names and values, boxes unticked
   * @param buttons the names of its buttons
   */
  record Form(URI action, Map<String, String> fields, List<String> buttons) {

    /** The form with another value in one field. */
    Form with(String name, String value) {
      Map<String, String> changed = new LinkedHashMap<>(fields);
      changed.put(name, value);
      return new Form(action, changed, buttons);
    }

    /** The form as this button sends it. */
    Form pressed(String button) {
      return with(button, "yes");
    }
  }
}
