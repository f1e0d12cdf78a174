package io.github.inkling.service;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/** Whom a request comes from, as far as that can be told: one network address, or one household. */
final class ClientAddress {
  private static final String FORWARDED = "X-Forwarded-For";
  private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
  private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");
  private static final int NETWORK_BYTES = 8;

  private final boolean behindProxy;

  ClientAddress(boolean behindProxy) {
    this.behindProxy = behindProxy;
  }

  String of(HttpServletRequest request) {
    String peer = request.getRemoteAddr();
    return network(behindProxy ? forwarded(request, peer) : peer);
  }

  /** The last of all is what the proxy saw itself; what stands before it, anyone can write. */
  private static String forwarded(HttpServletRequest request, String peer) {
    List<String> headers = Collections.list(request.getHeaders(FORWARDED));
    if (headers.isEmpty()) {
      return peer;
    }
    String last = headers.get(headers.size() - 1);
    String address = last.substring(last.lastIndexOf(',') + 1).strip();
    return IPV4.matcher(address).matches() || IPV6.matcher(address).matches() ? address : peer;
  }

  /** Whoever has an address of IPv6 has the other 2^64 of its network, too. */
  private static String network(String address) {
    String plain = address.replaceAll("[\\[\\]]|%.*", "");
    if (!IPV6.matcher(plain).matches()) {
      return address;
    }
    try {
      // With a colon in it, it is never looked up as a name.
      InetAddress parsed = InetAddress.getByName(plain);
      return parsed instanceof Inet6Address
          ? HexFormat.of().formatHex(parsed.getAddress(), 0, NETWORK_BYTES)
          : parsed.getHostAddress();
    } catch (UnknownHostException e) {
      return address;
    }
  }
}
