package io.github.inkling.service;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** One connection on which anything can be said, as no library would say it. */
final class RawClient implements AutoCloseable {
  /** Long enough for a machine that stands still for a while: what hangs, hangs longer. */
  private static final int PATIENCE_MILLIS = 60_000;

  private final Socket socket;
  private final InputStream in;

  RawClient(InklingService service) throws IOException {
    this(service.port(), "127.0.0.1");
  }

  RawClient(int port) throws IOException {
    this(port, "127.0.0.1");
  }

  /** Comes from another address of this machine. */
  RawClient(InklingService service, String from) throws IOException {
    this(service.port(), from);
  }

  private RawClient(int port, String from) throws IOException {
    socket = new Socket();
    socket.bind(new InetSocketAddress(InetAddress.getByName(from), 0));
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    socket.setSoTimeout(PATIENCE_MILLIS);
    socket.setTcpNoDelay(true);
    in = new BufferedInputStream(socket.getInputStream());
  }

  RawClient send(String text) throws IOException {
    return send(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  RawClient send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    socket.getOutputStream().flush();
    return this;
  }

  /** Says that nothing more comes. */
  RawClient end() throws IOException {
    socket.shutdownOutput();
    return this;
  }

  /**
   * Asks on a connection that stays open.
   *
   * @param headers further headers, each with its line's end
   */
  Reply ask(String method, String path, String headers, byte[] body) throws IOException {
    String length =
        body.length > 0 || method.equals("POST") ? "Content-Length: " + body.length + "\r\n" : "";
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(
        (method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n" + length + headers + "\r\n")
            .getBytes(StandardCharsets.ISO_8859_1));
    out.writeBytes(body);
    send(out.toByteArray());
    return reply(!method.equals("HEAD"));
  }

  Reply get(String path) throws IOException {
    return ask("GET", path, "", new byte[0]);
  }

  Reply post(String path, String type, byte[] body) throws IOException {
    return ask("POST", path, "Content-Type: " + type + "\r\n", body);
  }

  Reply post(String path, String json) throws IOException {
    return post(path, "application/json", json.getBytes(StandardCharsets.UTF_8));
  }

  Reply reply() throws IOException {
    return reply(/* hasBody= */ true);
  }

  private Reply reply(boolean hasBody) throws IOException {
    String[] status = line().split(" ", 3);
    int code = Integer.parseInt(status[1]);
    Map<String, List<String>> headers = new TreeMap<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      headers
          .computeIfAbsent(
              line.substring(0, colon).toLowerCase(Locale.ROOT), n -> new ArrayList<>())
          .add(line.substring(colon + 1).strip());
    }
    boolean isEmpty = !hasBody || code < 200 || code == 204 || code == 304;
    // Whatever is no UTF-8 is an error.
    byte[] body = isEmpty ? new byte[0] : body(headers);
    String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    return new Reply(code, headers, text);
  }

  private byte[] body(Map<String, List<String>> headers) throws IOException {
    if (headers.containsKey("content-length")) {
      int length = Integer.parseInt(headers.get("content-length").get(0));
      byte[] body = in.readNBytes(length);
      if (body.length < length) {
        throw new EOFException();
      }
      return body;
    }
    if (!headers.containsKey("transfer-encoding")) {
      return in.readAllBytes();
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int length = chunk(); length > 0; length = chunk()) {
      out.writeBytes(in.readNBytes(length));
      line();
    }
    line();
    return out.toByteArray();
  }

  private int chunk() throws IOException {
    return Integer.parseInt(line().strip(), 16);
  }

  private String line() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("the connection was closed after: " + out);
      }
      if (next != '\r') {
        out.write(next);
      }
    }
    return out.toString(StandardCharsets.ISO_8859_1);
  }

  /** All that comes until the server closes the connection. */
  String rest() throws IOException {
    return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
  }

  /** Whether the server closes the connection, after whatever it still has to say. */
  boolean isClosed() throws IOException {
    return isClosedWithin(PATIENCE_MILLIS);
  }

  /** Whether the server closes the connection in that time. */
  boolean isClosedWithin(int millis) throws IOException {
    socket.setSoTimeout(millis);
    try {
      in.readAllBytes();
      return true;
    } catch (SocketTimeoutException e) {
      return false;
    } catch (IOException e) {
      // Reset.
      return true;
    } finally {
      socket.setSoTimeout(PATIENCE_MILLIS);
    }
  }

  /** Goes without a goodbye. */
  void abort() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
