// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster;

import static tiphys.exporter.cluster.transport.Call.part;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tiphys.exporter.cluster.transport.Body;
import tiphys.exporter.cluster.transport.Call;
import tiphys.exporter.cluster.transport.Transport;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.ProblemCode;

/**
 * Artifacts as an Argo Server hands them out, of runs that it has and of those in its archive
 * (Argo: server/artifacts/artifact_server.go). Its errors are bare: for whatever is not there it
 * says that something went wrong.
 */
final class ServerArtifacts {
  private static final Pattern LINK = Pattern.compile("<a href=\"\\./([^\"]*)\"");
  private static final int LARGEST_LIST = 8 << 20;

  /** A store of artifacts takes its time before the first byte. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Transport transport;
  private final String namespace;
  private final ArtifactPlace place;

  ServerArtifacts(Transport transport, String namespace, ArtifactPlace place) {
    this.transport = transport;
    this.namespace = namespace;
    this.place = place;
  }

  /**
   * @param path within the artifact; empty for all of it
   */
  Outcome<ServedArtifact> get(String path) {
    Outcome<ServedArtifact> found = ask("workflows", place.run(), path);
    if (isMissing(found) && !place.uid().isEmpty()) {
      found = ask("archived-workflows", place.uid(), path);
    }
    return isMissing(found)
        ? Outcome.refused(ProblemCode.CLUSTER_ARTIFACT_MISSING, place.name())
        : found;
  }

  /** The page of an answer of 404, or the bare words of one of 500. */
  private static boolean isMissing(Outcome<ServedArtifact> found) {
    return found
        .refusal()
        .filter(
            why ->
                switch (why.code()) {
                  case CLUSTER_NOT_FOUND, CLUSTER_NOT_ARGO -> true;
                  case CLUSTER_FAILED -> why.arguments().get(1).equals("500");
                  default -> false;
                })
        .isPresent();
  }

  private Outcome<ServedArtifact> ask(String kept, String run, String path) {
    String file =
        Arrays.stream(path.split("/", -1)).map(Call::part).collect(Collectors.joining("/"));
    String target =
        String.join(
            "/",
            "/artifact-files",
            part(namespace),
            kept,
            part(run),
            part(place.node()),
            place.side().path(),
            part(place.name()));
    return open(target + (path.isEmpty() ? "" : "/" + file));
  }

  /** That something is a folder is said by another path, which may lead to its first page. */
  private Outcome<ServedArtifact> open(String target) {
    return transport
        .open(Call.get(target).accepting("*/*").within(PATIENCE))
        .then(
            body -> {
              Optional<String> elsewhere = body.elsewhere();
              if (elsewhere.isEmpty()) {
                return target.endsWith("/") ? folder(body) : file(body);
              }
              body.close();
              return elsewhere.get().endsWith("/") && !target.endsWith("/")
                  ? open(target + "/")
                  : elsewhere.get().endsWith("/index.html") && target.endsWith("/")
                      ? Outcome.done(new ServedArtifact.Folder(List.of("index.html")))
                      : Outcome.refused(ProblemCode.CLUSTER_NOT_ARGO, transport.address());
            });
  }

  private static Outcome<ServedArtifact> file(Body body) {
    return Outcome.done(new ServedArtifact.File(body));
  }

  private Outcome<ServedArtifact> folder(Body body) {
    try (body) {
      String page = new String(body.content().readNBytes(LARGEST_LIST), StandardCharsets.UTF_8);
      return Outcome.done(
          new ServedArtifact.Folder(
              LINK.matcher(page).results().map(link -> name(link.group(1))).toList()));
    } catch (IOException _) {
      return Outcome.refused(ProblemCode.CLUSTER_BROKEN_OFF, transport.address());
    }
  }

  private static String name(String link) {
    String plain = link.replace("&#43;", "+").replace("&#39;", "'").replace("&amp;", "&");
    return URLDecoder.decode(plain.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
