package org.countermand.portal.customer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import org.countermand.platform.access.Grant;
import org.countermand.platform.access.GuestCookies;

/** Whoever sits at the other end, before and when he becomes the customer of an order. */
@RequestScoped
public class Visitor {

  /** The half of an IPv6 address that a provider gives to one household. */
  private static final int NETWORK_BYTES = 8;

  @Inject GuestCookies cookies;

  /** What to count his tries under. */
  String network() {
    return network(((HttpServletRequest) external().getRequest()).getRemoteAddr());
  }

  /** Lets him see the order from the next request on. */
  void letIn(Grant grant) {
    cookies.issue((HttpServletResponse) external().getResponse(), grant);
  }

  /**
   * An IPv4 address as it is, of an IPv6 address its network: one household has as many addresses
   * as it wants.
   *
   * @param address as the container tells it, never a name
   */
  static String network(String address) {
    try {
      return InetAddress.getByName(address) instanceof Inet6Address long6
          ? HexFormat.of().formatHex(Arrays.copyOf(long6.getAddress(), NETWORK_BYTES))
          : address;
    } catch (UnknownHostException e) {
      return address;
    }
  }

  private static ExternalContext external() {
    return FacesContext.getCurrentInstance().getExternalContext();
  }
}
