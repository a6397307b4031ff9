// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster.connection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.ProblemCode;

/**
 * What can be chosen in a kubeconfig. Only names are read: no certificate, no token, and no plugin
 * is asked.
 *
 * @param names in the order of the files
 * @param current the one that is meant where none is named; empty where the file says none
 */
public record KubeContexts(List<String> names, String current) {
  private static final YAMLMapper YAML = new YAMLMapper();

  public KubeContexts {
    names = List.copyOf(names);
  }

  /** Refused where there is no file, or one that cannot be read. */
  public static Outcome<KubeContexts> in(
      Optional<Path> kubeconfig, Map<String, String> environment) {
    List<Path> files = files(kubeconfig, environment);
    if (files.isEmpty()) {
      return Outcome.refused(ProblemCode.KUBECONFIG_MISSING);
    }
    List<String> names = new ArrayList<>();
    String current = "";
    for (Path file : files) {
      try {
        JsonNode read = YAML.readTree(file.toFile());
        read.path("contexts").forEach(each -> names.add(each.path("name").asText("")));
        current = current.isEmpty() ? read.path("current-context").asText("") : current;
      } catch (IOException _) {
        return Outcome.refused(ProblemCode.KUBECONFIG_UNREADABLE, file.toString());
      }
    }
    names.removeIf(String::isEmpty);
    return names.isEmpty()
        ? Outcome.refused(ProblemCode.KUBECONFIG_UNREADABLE, files.getFirst().toString())
        : Outcome.done(new KubeContexts(names.stream().distinct().toList(), current));
  }

  /** The one that is named, else those of the user that are there. */
  public static List<Path> files(Optional<Path> kubeconfig, Map<String, String> environment) {
    return kubeconfig.map(List::of).orElseGet(() -> ofUser(environment)).stream()
        .filter(file -> kubeconfig.isPresent() || Files.exists(file))
        .toList();
  }

  private static List<Path> ofUser(Map<String, String> environment) {
    String named = environment.getOrDefault("KUBECONFIG", "");
    if (named.isBlank()) {
      return List.of(Path.of(System.getProperty("user.home", "."), ".kube", "config"));
    }
    List<Path> files = new ArrayList<>();
    for (String each : named.split(File.pathSeparator, -1)) {
      if (!each.isBlank()) {
        files.add(Path.of(each));
      }
    }
    return files;
  }
}
