// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/** A server on loopback that stands for a cluster, and does wrong what a test asks for. */
public abstract class ClusterDouble implements AutoCloseable {
  private final HttpServer server;
  private final String scheme;
  private final ClusterMemory memory = new ClusterMemory();
  private final LogDouble logs = new LogDouble(memory);
  private final ConcurrentLinkedQueue<StreamFault> faults = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedDeque<Refused> refusals = new ConcurrentLinkedDeque<>();
  private final Set<String> tokens = ConcurrentHashMap.newKeySet();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private volatile Optional<Refused> standing = Optional.empty();
  private final Map<StreamFault, Integer> happened =
      Collections.synchronizedMap(new EnumMap<>(StreamFault.class));
  private final AtomicInteger generation = new AtomicInteger();
  private final AtomicInteger badHandshakes = new AtomicInteger();
  private volatile boolean closesEach;
  private volatile boolean wantsCertificates;
  private volatile boolean isClosed;

  /** An answer to the next request whose path holds a text. */
  record Refused(String path, int status, String contentType, String body) {}

  /** A request. */
  record Asked(
      String method,
      String path,
      Map<String, String> query,
      Optional<JsonNode> body,
      String accept) {
    String part(int index) {
      String[] parts = path.split("/", -1);
      return index < parts.length ? decoded(parts[index]) : "";
    }

    int parts() {
      return path.split("/", -1).length;
    }

    /** What is asked of a server below a path; of another path, nothing that it knows. */
    Asked below(String base) {
      String rest = path.startsWith(base) ? path.substring(base.length()) : "";
      return new Asked(method, rest, query, body, accept);
    }

    String value(String name) {
      return query.getOrDefault(name, "");
    }
  }

  ClusterDouble(Optional<SSLContext> tls) {
    try {
      InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      if (tls.isPresent()) {
        HttpsServer secure = HttpsServer.create(any, 0);
        secure.setHttpsConfigurator(
            new HttpsConfigurator(tls.get()) {
              @Override
              public void configure(HttpsParameters parameters) {
                SSLParameters wished = getSSLContext().getDefaultSSLParameters();
                wished.setNeedClientAuth(wantsCertificates);
                if (badHandshakes.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                  // no client speaks these any more
                  wished.setProtocols(new String[] {"SSLv3"});
                }
                parameters.setSSLParameters(wished);
              }
            });
        server = secure;
      } else {
        server = HttpServer.create(any, 0);
      }
      scheme = tls.isPresent() ? "https" : "http";
      server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      server.createContext("/", this::serve);
      server.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public ClusterMemory memory() {
    return memory;
  }

  LogDouble logs() {
    return logs;
  }

  /** Where it listens, by the name {@code localhost}. */
  public URI address() {
    return URI.create(scheme + "://localhost:" + server.getAddress().getPort());
  }

  /** Method and path with query of everything that was asked. */
  public List<String> requests() {
    return requests;
  }

  /** From now on only these are let in. */
  public void accept(String... allowed) {
    tokens.clear();
    tokens.addAll(List.of(allowed));
  }

  /** Each of the next streams comes to one of these ends. */
  public void breakNextStreams(StreamFault... next) {
    faults.addAll(List.of(next));
  }

  /** How often each of them happened. */
  public Map<StreamFault, Integer> happened() {
    return new EnumMap<>(happened);
  }

  /** Streams that are open now end in good order. */
  public void endStreams() {
    generation.incrementAndGet();
  }

  /** The next connections over TLS come to nothing. */
  public void breakNextHandshakes(int count) {
    badHandshakes.set(count);
  }

  /** Whether a handshake is still to be broken. */
  public boolean hasHandshakesLeft() {
    return badHandshakes.get() > 0;
  }

  /** Each answer ends its connection, so that each request makes another. */
  public void closeEachConnection() {
    closesEach = true;
  }

  /** Whether a request is still to be refused. */
  public boolean hasRefusalsLeft() {
    return !refusals.isEmpty();
  }

  public boolean hasFaultsLeft() {
    return !faults.isEmpty();
  }

  /** The next request whose path holds a text is answered with this. */
  public void refuseNext(String path, int status, String contentType, String body) {
    refusals.add(new Refused(path, status, contentType, body));
  }

  /** From now on whoever shows none does not come in; only where TLS is spoken. */
  public void demandCertificates() {
    wantsCertificates = true;
  }

  /** Every request whose path holds a text is answered with this from now on. */
  public void refuseAll(String path, int status, String contentType, String body) {
    standing = Optional.of(new Refused(path, status, contentType, body));
  }

  /** Makes it what a connection must be told of. */
  void spoil(BadWay way) {
    switch (way) {
      case EXPIRED_TOKEN -> accept("another");
      case PAGE_OF_A_PROXY ->
          refuseAll("/", 200, "text/html", "<!DOCTYPE html><title>Log in</title>");
      case OVERLOADED -> refuseAll("/", 429, "application/json", "{\"code\":8}");
      case NO_ACCESS -> deny();
      case TOO_OLD -> setVersion("v3.4.17");
      default -> throw new IllegalArgumentException(way.name());
    }
  }

  /** From now on nobody may do anything with runs. */
  abstract void deny();

  /** What is told of Argo's version. */
  public abstract void setVersion(String version);

  @Override
  public void close() {
    isClosed = true;
    // it waits a quarter of a second for its own dispatcher, which no test needs to
    Thread.ofVirtual().start(() -> server.stop(0));
  }

  /** The answer to a request; a stream is written by {@link #stream}. */
  abstract Optional<JsonNode> answer(Asked asked, HttpExchange exchange) throws IOException;

  /** An object of one event, as it stands in the stream. */
  abstract String event(String type, JsonNode object);

  abstract String failure(int status, String message);

  /** What is sent while nothing happens. */
  abstract String keepAlive();

  /** An error as this server says it. */
  abstract ObjectNode error(int status, String reason, String message);

  private void serve(HttpExchange exchange) throws IOException {
    if (closesEach) {
      exchange.getResponseHeaders().set("Connection", "close");
    }
    requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
    Asked asked = asked(exchange);
    Optional<Refused> wrong =
        refusals.stream()
            .filter(each -> exchange.getRequestURI().toString().contains(each.path()))
            .findFirst();
    if (wrong.isPresent() && refusals.remove(wrong.get())) {
      send(exchange, wrong.get().status(), wrong.get().contentType(), wrong.get().body());
      return;
    }
    Optional<Refused> always =
        standing.filter(each -> exchange.getRequestURI().toString().contains(each.path()));
    if (always.isPresent()) {
      send(exchange, always.get().status(), always.get().contentType(), always.get().body());
      return;
    }
    if (!isLetIn(exchange)) {
      send(exchange, 401, error(401, "Unauthorized", "token not valid"));
      return;
    }
    try {
      Optional<JsonNode> answer = answer(asked, exchange);
      if (answer.isPresent()) {
        send(exchange, 200, answer.get());
      }
    } catch (ClusterMemory.Refusal refusal) {
      refuse(exchange, asked, refusal);
    }
  }

  void refuse(HttpExchange exchange, Asked asked, ClusterMemory.Refusal refusal)
      throws IOException {
    send(
        exchange,
        refusal.status(),
        error(refusal.status(), refusal.reason(), String.valueOf(refusal.getMessage())));
  }

  private boolean isLetIn(HttpExchange exchange) {
    String given =
        Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization")).orElse("");
    return tokens.isEmpty() || tokens.stream().anyMatch(token -> given.equals("Bearer " + token));
  }

  /** Changes behind a version, until the other side goes or a fault ends it. */
  void stream(HttpExchange exchange, String contentType, long from, String space, String name)
      throws IOException {
    int mine = generation.get();
    if (!isLetIn(exchange)) { // since the request came, others are let in
      send(exchange, 401, error(401, "Unauthorized", "token not valid"));
      return;
    }
    exchange.getResponseHeaders().set("Content-Type", contentType);
    exchange.sendResponseHeaders(200, 0);
    Optional<StreamFault> fault = Optional.ofNullable(faults.poll());
    OutputStream out = exchange.getResponseBody();
    out.flush();
    long last = from;
    try {
      while (!isClosed && generation.get() == mine) {
        List<ClusterMemory.Change> news = memory.after(last, space, name, 50);
        if (fault.isPresent() && (!news.isEmpty() || isAtOnce(fault.get()))) {
          String next =
              news.isEmpty() ? "" : event(news.getFirst().type(), news.getFirst().object());
          happened.merge(fault.get(), 1, Integer::sum);
          fail(exchange, out, fault.get(), next);
          return;
        }
        for (ClusterMemory.Change change : news) {
          write(out, event(change.type(), change.object()));
          last = change.version();
        }
        write(out, news.isEmpty() ? keepAlive() : "");
      }
    } catch (IOException gone) {
      return;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      exchange.close();
    }
  }

  /** Faults that need no event to happen in. */
  private static boolean isAtOnce(StreamFault fault) {
    return Set.of(
            StreamFault.TORN,
            StreamFault.ENDED,
            StreamFault.GONE,
            StreamFault.UNAUTHORIZED,
            StreamFault.RUBBISH)
        .contains(fault);
  }

  private void fail(HttpExchange exchange, OutputStream out, StreamFault fault, String event)
      throws IOException {
    switch (fault) {
      case TORN -> exchange.close();
      case HALF_EVENT_TORN -> {
        write(out, event.substring(0, event.length() / 2));
        exchange.close();
      }
      case HALF_EVENT_ENDED -> {
        write(out, event.substring(0, event.length() / 2));
        out.close();
      }
      case ENDED -> out.close();
      case GONE -> {
        write(out, failure(410, "too old resource version: 1 (2)"));
        out.close();
      }
      case UNAUTHORIZED -> {
        write(out, failure(401, "token not valid"));
        out.close();
      }
      case RUBBISH -> {
        write(out, "data: <html>504</html>\n\n<html>504</html>\n\n");
        out.close();
      }
      case DRIBBLED -> {
        for (int i = 0; i < event.length(); i += 40) {
          write(out, event.substring(i, Math.min(event.length(), i + 40)));
        }
        out.close();
      }
      case REPEATED -> {
        write(out, event);
        write(out, event);
        out.close();
      }
    }
  }

  /** As many as are wanted, from where the page before ended; both servers say it so. */
  static void page(ObjectNode list, List<ObjectNode> all, String limit, String from) {
    int first = from.isEmpty() ? 0 : Integer.parseInt(from);
    int end = limit.isEmpty() ? all.size() : Math.min(all.size(), first + Integer.parseInt(limit));
    list.putArray("items").addAll(all.subList(Math.min(first, end), end));
    if (end < all.size()) {
      list.withObject("/metadata").put("continue", String.valueOf(end));
    }
  }

  static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  static void send(HttpExchange exchange, int status, JsonNode body) throws IOException {
    send(exchange, status, "application/json", body.toString());
  }

  static void send(HttpExchange exchange, int status, String contentType, String body)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", contentType);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static Asked asked(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    String raw = Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
    Map<String, String> query =
        Stream.of(raw.split("&"))
            .filter(pair -> pair.contains("="))
            .collect(
                Collectors.toMap(
                    pair -> decoded(pair.substring(0, pair.indexOf('='))),
                    pair -> decoded(pair.substring(pair.indexOf('=') + 1)),
                    (a, _) -> a));
    return new Asked(
        exchange.getRequestMethod(),
        exchange.getRequestURI().getRawPath().substring(1),
        query,
        body.length == 0 ? Optional.empty() : Optional.of(ClusterMemory.MAPPER.readTree(body)),
        Optional.ofNullable(exchange.getRequestHeaders().getFirst("Accept")).orElse(""));
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
