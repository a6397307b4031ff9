// SPDX-License-Identifier: Apache-2.0
package tiphys.model.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tiphys.model.expression.DisabledWhen;
import tiphys.model.workflow.Behaviour;
import tiphys.model.workflow.Call;
import tiphys.model.workflow.Hook;
import tiphys.model.workflow.Marker;
import tiphys.model.workflow.Marker.Saying;
import tiphys.model.workflow.TemplateName;

/** Reads what a task or a template does beside running once, with its values. */
final class MarkerReader {
  /** More items than these are told by their number alone. */
  private static final int ITEMS_TOLD = 5;

  private static final String EXIT = "exit";

  private final Fields fields;
  private final List<Marker> found = new ArrayList<>();

  private MarkerReader(Fields fields) {
    this.fields = fields;
  }

  static List<Marker> ofTask(Fields fields, List<Hook> hooks, Call call) {
    MarkerReader reader = new MarkerReader(fields);
    reader.readLoop();
    fields.name("when").ifPresent(when -> reader.add(Behaviour.CONDITION, Saying.CONDITION, when));
    fields
        .name("when")
        .filter(DisabledWhen::is)
        .ifPresent(_ -> reader.add(Behaviour.DISABLED, Saying.DISABLED));
    hooks.forEach(reader::readHook);
    reader.readContinueOn();
    if (call instanceof Call.Inline) {
      reader.add(Behaviour.INLINE, Saying.INLINE);
    }
    return reader.found;
  }

  /** Of a template, or of the defaults for all templates. */
  static List<Marker> ofTemplate(Fields fields) {
    MarkerReader reader = new MarkerReader(fields);
    reader.readRetry(fields.get("retryStrategy"));
    reader.readRetries(fields.get("containerSet").get("retryStrategy"));
    Fields memoize = fields.get("memoize");
    if (memoize.isPresent()) {
      reader.add(
          Behaviour.MEMOIZE,
          Saying.MEMOIZE,
          memoize.text("key").orElse(""),
          memoize.text("maxAge").orElse(""));
    }
    reader.readLocks();
    if (fields.isTrue("daemon")) {
      reader.add(Behaviour.DAEMON, Saying.DAEMON);
    }
    reader.readContainers("sidecars", Behaviour.SIDECAR, Saying.SIDECAR);
    reader.readContainers("initContainers", Behaviour.INIT_CONTAINER, Saying.INIT_CONTAINER);
    reader.readTime("timeout", Saying.TIMEOUT);
    reader.readTime("pendingTimeout", Saying.TIMEOUT_PENDING);
    reader.readTime("activeDeadlineSeconds", Saying.TIMEOUT_DEADLINE);
    return reader.found;
  }

  /** The retries that a workflow gives to all its templates that have none of their own. */
  static List<Marker> ofRetry(Fields strategy) {
    MarkerReader reader = new MarkerReader(strategy);
    reader.readRetry(strategy);
    return reader.found;
  }

  private void add(Behaviour behaviour, Saying saying, String... values) {
    found.add(Marker.of(behaviour, saying, values));
  }

  /** An empty withItems is no loop (Argo: ShouldExpand). */
  private void readLoop() {
    Fields items = fields.get("withItems");
    Fields sequence = fields.get("withSequence");
    Optional<String> param = fields.name("withParam");
    if (items.size() > 0) {
      String told =
          items.items().stream()
              .limit(ITEMS_TOLD)
              .map(item -> item.text().orElse("{…}"))
              .collect(Collectors.joining(", "));
      String more = items.size() > ITEMS_TOLD ? told + ", …" : told;
      add(Behaviour.LOOP, Saying.LOOP_ITEMS, Integer.toString(items.size()), more);
    } else if (param.isPresent()) {
      add(Behaviour.LOOP, Saying.LOOP_PARAM, param.get());
    } else if (sequence.has("count")) {
      add(Behaviour.LOOP, Saying.LOOP_COUNT, sequence.text("count").orElse(""));
    } else if (sequence.isPresent()) {
      add(
          Behaviour.LOOP,
          Saying.LOOP_RANGE,
          sequence.text("start").orElse("0"),
          sequence.text("end").orElse(""));
    }
  }

  private void readHook(Hook hook) {
    String runs =
        switch (hook.call()) {
          case Call.Local(TemplateName name) -> name.value();
          case Call.Reference(String resource, String template, boolean _) ->
              resource + "/" + template;
          case Call.Inline _, Call.None _ -> "";
        };
    if (hook.name().equals(EXIT)) {
      add(Behaviour.EXIT_HANDLER, Saying.EXIT_HANDLER, runs);
    } else {
      add(Behaviour.HOOK, Saying.HOOK, hook.name(), runs, hook.expression().orElse(""));
    }
  }

  private void readContinueOn() {
    Fields continueOn = fields.get("continueOn");
    if (continueOn.isPresent()) {
      boolean isFailed = continueOn.isTrue("failed");
      boolean isError = continueOn.isTrue("error");
      Saying saying = isFailed ? Saying.CONTINUE_ON_FAILED : Saying.CONTINUE_ON_NOTHING;
      if (isError) {
        saying = isFailed ? Saying.CONTINUE_ON_BOTH : Saying.CONTINUE_ON_ERROR;
      }
      add(Behaviour.CONTINUE_ON, saying);
    }
  }

  private void readRetry(Fields strategy) {
    if (!strategy.isPresent()) {
      return;
    }
    Optional<String> limit = strategy.text("limit");
    limit.ifPresentOrElse(
        most -> add(Behaviour.RETRY, Saying.RETRY_LIMIT, most),
        () -> add(Behaviour.RETRY, Saying.RETRY_WITHOUT_LIMIT));
    Fields backoff = strategy.get("backoff");
    if (backoff.isPresent()) {
      add(
          Behaviour.RETRY,
          Saying.RETRY_BACKOFF,
          backoff.text("duration").orElse("–"),
          backoff.text("factor").orElse("–"),
          backoff.text("maxDuration").orElse("–"));
    }
    strategy
        .name("retryPolicy")
        .ifPresent(policy -> add(Behaviour.RETRY, Saying.RETRY_POLICY, policy));
    strategy
        .name("expression")
        .ifPresent(when -> add(Behaviour.RETRY, Saying.RETRY_EXPRESSION, when));
  }

  /** Of the containers of a set: {@code retries} instead of {@code limit}. */
  private void readRetries(Fields strategy) {
    strategy.text("retries").ifPresent(most -> add(Behaviour.RETRY, Saying.RETRY_LIMIT, most));
  }

  /** The singular forms were removed in Argo 4; old files have them. */
  private void readLocks() {
    Fields locks = fields.get("synchronization");
    if (!locks.isPresent()) {
      return;
    }
    List<String> mutexes = new ArrayList<>();
    locks.items("mutexes").forEach(lock -> lock.text("name").ifPresent(mutexes::add));
    locks.get("mutex").text("name").ifPresent(mutexes::add);
    List<String> semaphores = new ArrayList<>();
    locks.items("semaphores").forEach(lock -> semaphores.add(semaphore(lock)));
    if (locks.has("semaphore")) {
      semaphores.add(semaphore(locks.get("semaphore")));
    }
    if (!mutexes.isEmpty()) {
      add(Behaviour.LOCK, Saying.LOCK_MUTEX, String.join(", ", mutexes));
    }
    if (!semaphores.isEmpty()) {
      add(Behaviour.LOCK, Saying.LOCK_SEMAPHORE, String.join(", ", semaphores));
    }
  }

  private static String semaphore(Fields lock) {
    Fields map = lock.get("configMapKeyRef");
    return map.isPresent()
        ? map.text("name").orElse("") + "/" + map.text("key").orElse("")
        : lock.get("database").text("key").orElse("");
  }

  private void readContainers(String key, Behaviour behaviour, Saying saying) {
    List<Fields> containers = fields.items(key);
    if (!containers.isEmpty()) {
      String names =
          containers.stream()
              .flatMap(container -> container.text("name").stream())
              .collect(Collectors.joining(", "));
      add(behaviour, saying, Integer.toString(containers.size()), names);
    }
  }

  private void readTime(String key, Saying saying) {
    if (fields.has(key)) {
      add(Behaviour.TIMEOUT, saying, fields.text(key).orElse(""));
    }
  }
}
