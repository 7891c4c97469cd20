package org.countermand.order.model;

/**
 * Where orders come from: one channel of a shop, or all of a shop's.
 *
 * @param channel empty for all of the shop's
 */
public record ShopChannel(String shop, String channel) {

  /** All channels of a shop. */
  public static ShopChannel allOf(String shop) {
    return new ShopChannel(shop, "");
  }

  /** What people read and addresses say: {@code linden/web}, or {@code linden} for all of it. */
  public String name() {
    return channel.isEmpty() ? shop : shop + "/" + channel;
  }
}
