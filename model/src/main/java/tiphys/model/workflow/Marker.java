// SPDX-License-Identifier: Apache-2.0
package tiphys.model.workflow;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * One thing that a node does beside running once, with what a person has to know of it. Several may
 * be of one behaviour: how often something is retried, and how long it waits before.
 *
 * @param values what the sentence names, in the order that {@link Saying} documents; as written
 */
public record Marker(Behaviour behaviour, Saying saying, List<String> values) {
  /** What is said of it; each has a sentence, under its {@link #key()}. */
  public enum Saying {
    /** How many items; the first of them. */
    LOOP_ITEMS,
    /** The expression that gives the list. */
    LOOP_PARAM,
    /** How often. */
    LOOP_COUNT,
    /** First; last. */
    LOOP_RANGE,
    /** The condition. */
    CONDITION,
    /** A condition that is never met. */
    DISABLED,
    /** How often at most. */
    RETRY_LIMIT,
    RETRY_WITHOUT_LIMIT,
    /** Argo's name of the policy: OnFailure, OnError, OnTransientError or Always. */
    RETRY_POLICY,
    /** First pause; factor of the next ones; the longest time for all. A dash where not set. */
    RETRY_BACKOFF,
    /** The expression. */
    RETRY_EXPRESSION,
    /** Name of the hook; what it runs; its expression. */
    HOOK,
    /** What it runs. */
    EXIT_HANDLER,
    CONTINUE_ON_FAILED,
    CONTINUE_ON_ERROR,
    CONTINUE_ON_BOTH,
    /** {@code continueOn} that names neither. */
    CONTINUE_ON_NOTHING,
    /** The key of the result; how old it may be, empty for any age. */
    MEMOIZE,
    /** Names. */
    LOCK_MUTEX,
    /** Names. */
    LOCK_SEMAPHORE,
    DAEMON,
    /** How many; their names. */
    SIDECAR,
    /** How many; their names. */
    INIT_CONTAINER,
    /** How long. */
    TIMEOUT,
    /** How long it may wait for its start. */
    TIMEOUT_PENDING,
    /** Seconds. */
    TIMEOUT_DEADLINE,
    INLINE,
    /** Names of fields. */
    DEFAULTS,
    LOST;

    /** The key of its sentence, for example {@code loop-items}. */
    public String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  public Marker {
    values = List.copyOf(values);
  }

  static Set<Behaviour> behaviours(List<Marker> markers) {
    Set<Behaviour> behaviours = EnumSet.noneOf(Behaviour.class);
    markers.forEach(marker -> behaviours.add(marker.behaviour()));
    return behaviours;
  }

  public static Marker of(Behaviour behaviour, Saying saying, String... values) {
    return new Marker(behaviour, saying, List.of(values));
  }
}
