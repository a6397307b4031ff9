// SPDX-License-Identifier: Apache-2.0
package tiphys.app.runs;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What a file was run with last: kept with the settings, or here while it is not on the disk. */
final class LastArguments {
  private final RunChoices choices;
  private final Supplier<Optional<Path>> path;
  private Map<String, String> values = Map.of();

  LastArguments(RunChoices choices, Supplier<Optional<Path>> path) {
    this.choices = choices;
    this.path = path;
  }

  Map<String, String> get() {
    return path.get().map(Path::toString).map(choices::arguments).orElse(values);
  }

  void remember(Map<String, String> given) {
    values = given;
    path.get().ifPresent(file -> choices.remember(file.toString(), given));
  }
}
