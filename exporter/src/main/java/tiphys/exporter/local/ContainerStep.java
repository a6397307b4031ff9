// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import tiphys.exporter.execution.Pod;

/**
 * A step as a container: made, filled with its inputs, started, and emptied of its outputs. Copying
 * works alike where the engine runs on another computer; memory and CPU that a template asks for
 * are not heeded.
 */
final class ContainerStep implements StepExecution {
  private final ContainerClient client;
  private final ContainerOwner owner;
  private final ContainerPlaces places;
  private final StepFiles files;
  private final List<String> mounts;
  private final String name;
  private volatile boolean isStopped;

  /**
   * @param mounts the words that mount its volumes
   */
  ContainerStep(
      ContainerClient client,
      ContainerOwner owner,
      Pod pod,
      ContainerPlaces places,
      List<String> mounts) {
    this.client = client;
    this.owner = owner;
    this.places = places;
    this.files = new StepFiles(pod.template(), places);
    this.mounts = List.copyOf(mounts);
    this.name = owner.name(pod.nodeId());
  }

  @Override
  public StepFiles files() {
    return files;
  }

  @Override
  public Process start(ArtifactFolder artifacts) throws IOException, InterruptedException {
    files.load(artifacts);
    files.writeScript(UnaryOperator.identity());
    ContainerClient.Answer made = client.ask(create());
    if (!made.isGood()) {
      String image = files.container().path("image").asText("");
      throw new IOException("no container of the image " + image + ": " + made.errors());
    }
    for (ContainerPlaces.Copy copy : places.copies(files.paths())) {
      fill(copy);
    }
    if (isStopped) {
      throw new IOException("stopped");
    }
    return client.start(List.of("start", "--attach", name));
  }

  /** Kubernetes' command takes the place of the image's entrypoint, its args that of the rest. */
  private List<String> create() {
    JsonNode container = files.container();
    List<String> words = new ArrayList<>(List.of("create", "--name", name));
    words.addAll(List.of("--label", ContainerOwner.LABEL + "=" + owner.mark()));
    String pull = container.path("imagePullPolicy").asText("").toLowerCase(Locale.ROOT);
    if (pull.equals("always") || pull.equals("never")) {
      words.addAll(List.of("--pull", pull));
    }
    String folder = container.path("workingDir").asText("");
    if (!folder.isEmpty()) {
      words.addAll(List.of("--workdir", folder));
    }
    for (JsonNode variable : container.path("env")) {
      if (variable.has("value")) {
        String named = variable.path("name").asText("") + "=" + variable.path("value").asText("");
        words.addAll(List.of("--env", named));
      }
    }
    words.addAll(mounts);
    List<String> command = files.command();
    if (!command.isEmpty()) {
      words.addAll(List.of("--entrypoint", command.getFirst()));
    }
    words.add(container.path("image").asText(""));
    words.addAll(command.subList(Math.min(1, command.size()), command.size()));
    words.addAll(files.arguments());
    return words;
  }

  /** Copies a piece in; where the image has no folder for it, with the folder around it. */
  private void fill(ContainerPlaces.Copy piece) throws IOException, InterruptedException {
    String why = "";
    for (ContainerPlaces.Copy copy = piece; !copy.path().isEmpty(); copy = copy.around()) {
      ContainerClient.Answer copied =
          client.ask(List.of("cp", copy.source(), name + ":" + copy.path()));
      if (copied.isGood()) {
        return;
      }
      why = why.isEmpty() ? copied.errors() : why;
    }
    throw new IOException(piece.path() + " could not be copied into the container: " + why);
  }

  /** What cannot be copied out was not written; whoever misses it says so. */
  @Override
  public void fetch() throws IOException, InterruptedException {
    for (String path : files.outputs()) {
      client.ask(List.of("cp", name + ":" + path, places.cleared(path).toString()));
    }
  }

  /** Killed if it runs; removed if it does not run yet, so that it never will. */
  @Override
  public void stop() {
    isStopped = true;
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                if (!client.ask(List.of("kill", name)).isGood()) {
                  remove();
                }
              } catch (IOException | InterruptedException e) {
                // closing it removes it once more
                Thread.currentThread().interrupt();
              }
            });
  }

  private void remove() throws IOException, InterruptedException {
    client.ask(List.of("rm", "--force", "--volumes", name));
  }

  @Override
  public void close() throws IOException {
    try {
      remove();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
