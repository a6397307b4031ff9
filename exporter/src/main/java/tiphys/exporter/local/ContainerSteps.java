// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tiphys.exporter.execution.Pod;

/** Makes each step of a run a container, and each claim that steps share a volume. */
final class ContainerSteps implements StepExecution.Engine {
  private final ContainerClient client;
  private final StepVolumes volumes;
  private final ContainerOwner owner = ContainerOwner.here();

  /** The name of a volume by that of its claim. */
  private final Map<String, String> claims = new HashMap<>();

  private boolean isSwept;

  ContainerSteps(ContainerClient client, StepVolumes volumes) {
    this.client = client;
    this.volumes = volumes;
  }

  @Override
  public StepExecution execution(Pod pod, Path work) throws IOException {
    StepFiles files = new StepFiles(pod.template(), new ContainerPlaces(work));
    List<StepVolumes.Mount> mounts = volumes.mounts(pod.template(), files.container());
    List<String> words = new ArrayList<>();
    try {
      sweep();
      for (StepVolumes.Mount mount : mounts) {
        words.addAll(List.of("--volume", volume(mount)));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
    return new ContainerStep(client, owner, pod, new ContainerPlaces(work), words);
  }

  private String volume(StepVolumes.Mount mount) throws IOException, InterruptedException {
    if (!mount.below().isEmpty()) {
      throw new IOException(
          "the volume " + mount.volume() + " cannot be mounted into a container from a subPath");
    }
    return mount.claim().isPresent()
        ? shared(mount.claim().get()) + ":" + mount.path()
        : mount.path();
  }

  private synchronized String shared(String claim) throws IOException, InterruptedException {
    String known = claims.get(claim);
    if (known != null) {
      return known;
    }
    String name = owner.name(claim);
    String label = ContainerOwner.LABEL + "=" + owner.mark();
    ContainerClient.Answer made = client.ask(List.of("volume", "create", "--label", label, name));
    if (!made.isGood()) {
      throw new IOException("the volume " + claim + " could not be made: " + made.errors());
    }
    claims.put(claim, name);
    return name;
  }

  /** Removes what programs left behind that were killed. Done once, before the first step. */
  private synchronized void sweep() throws IOException, InterruptedException {
    if (isSwept) {
      return;
    }
    isSwept = true;
    String ours = "label=" + ContainerOwner.LABEL;
    List<String> containers = List.of("ps", "--all", "--filter", ours, "--format", "{{.Names}}");
    removeGone(containers, List.of("rm", "--force", "--volumes"));
    List<String> kept = List.of("volume", "ls", "--filter", ours, "--format", "{{.Name}}");
    removeGone(kept, List.of("volume", "rm", "--force"));
  }

  private void removeGone(List<String> listing, List<String> removing)
      throws IOException, InterruptedException {
    List<String> gone =
        client
            .ask(listing)
            .out()
            .lines()
            .map(String::strip)
            .filter(ContainerOwner::isGone)
            .toList();
    if (!gone.isEmpty()) {
      List<String> words = new ArrayList<>(removing);
      words.addAll(gone);
      client.ask(words);
    }
  }

  @Override
  public synchronized void close() {
    try {
      for (String volume : claims.values()) {
        client.ask(List.of("volume", "rm", "--force", volume));
      }
    } catch (IOException e) {
      // the next program that starts removes what is left
      claims.clear();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
