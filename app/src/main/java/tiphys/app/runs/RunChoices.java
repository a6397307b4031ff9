// SPDX-License-Identifier: Apache-2.0
package tiphys.app.runs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import tiphys.app.settings.Settings;
import tiphys.exporter.local.EngineChoice;

/**
 * How the user wants to run: where, with which engine, and the values that each file was run with
 * last. Kept with the settings, never in the file.
 */
public final class RunChoices {
  private static final String ENGINE = "run.engine";
  private static final String CONNECTION = "run.connection";
  private static final String ARGUMENTS = "run.arguments";
  private static final int MOST_FILES = 50;
  private static final JsonMapper MAPPER = new JsonMapper();

  private final Settings settings;
  private final ObjectProperty<EngineChoice> engine = new SimpleObjectProperty<>(EngineChoice.AUTO);

  private final ObjectProperty<Optional<String>> connection =
      new SimpleObjectProperty<>(Optional.empty());

  public RunChoices(Settings settings) {
    this.settings = settings;
    settings.value(ENGINE).flatMap(RunChoices::engineOf).ifPresent(engine::set);
    engine.subscribe((_, chosen) -> settings.put(ENGINE, key(chosen)));
    connection.set(settings.value(CONNECTION));
    connection.subscribe((_, chosen) -> settings.put(CONNECTION, chosen.orElse("")));
  }

  public ObjectProperty<EngineChoice> engine() {
    return engine;
  }

  /** The cluster that the next run is sent to; empty for this computer. */
  public ObjectProperty<Optional<String>> connection() {
    return connection;
  }

  /** The next run takes place on this computer. */
  public void runHere(EngineChoice chosen) {
    connection.set(Optional.empty());
    engine.set(chosen);
  }

  /** As the command line names it, for example {@code process}. */
  public static String key(EngineChoice engine) {
    return engine.name().toLowerCase(Locale.ROOT);
  }

  /** The engine of a key. */
  public static Optional<EngineChoice> engineOf(String key) {
    return Arrays.stream(EngineChoice.values()).filter(e -> key(e).equals(key)).findFirst();
  }

  /**
   * What something was run with last, by name; empty where it was not run with anything yet.
   *
   * @param what the path of a file, or the place of a template on a cluster
   */
  public Map<String, String> arguments(String what) {
    Map<String, String> values = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> each : all().path(what).properties()) {
      values.put(each.getKey(), each.getValue().asText(""));
    }
    return values;
  }

  /** Keeps what something was run with. */
  public void remember(String what, Map<String, String> values) {
    ObjectNode all = all();
    all.remove(what);
    ObjectNode kept = all.putObject(what);
    values.forEach(kept::put);
    while (all.size() > MOST_FILES) {
      all.remove(all.fieldNames().next());
    }
    settings.put(ARGUMENTS, all.toString());
  }

  private ObjectNode all() {
    try {
      return MAPPER.readTree(settings.value(ARGUMENTS).orElse("{}")) instanceof ObjectNode all
          ? all
          : MAPPER.createObjectNode();
    } catch (JsonProcessingException _) {
      // somebody else wrote there; the next run writes it anew
      return MAPPER.createObjectNode();
    }
  }
}
