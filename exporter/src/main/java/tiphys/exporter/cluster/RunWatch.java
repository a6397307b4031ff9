// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import tiphys.exporter.cluster.status.WorkflowObject;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.Problem;
import tiphys.model.problem.ProblemCode;

/**
 * Watches workflows for as long as it is open: lists, then streams changes from the version listed.
 * A stream that ends is opened again where it ended; where the server has forgotten that version
 * (410), everything is listed anew. Where no stream can be had, it lists from time to time. So what
 * the listener has heard comes to what the cluster has, whatever happened on the way.
 */
public final class RunWatch implements AutoCloseable {
  private final ClusterGateway gateway;
  private final String namespace;
  private final ObjectFilter filter;
  private final WatchListener listener;
  private final Pace pace;

  /** Versions by namespace and name. */
  private final Map<Key, String> known = new HashMap<>();

  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile Optional<EventStream> stream = Optional.empty();

  private String version = "";
  private int failures;
  private boolean isInterrupted = true;

  private record Key(String namespace, String name) {
    static Key of(WorkflowObject workflow) {
      return new Key(workflow.namespace(), workflow.name());
    }
  }

  private RunWatch(
      ClusterGateway gateway,
      String namespace,
      ObjectFilter filter,
      WatchListener listener,
      Pace pace) {
    this.gateway = gateway;
    this.namespace = namespace;
    this.filter = filter;
    this.listener = listener;
    this.pace = pace;
  }

  /** Begins on a thread of its own and returns at once. */
  public static RunWatch start(
      ClusterGateway gateway,
      String namespace,
      ObjectFilter filter,
      WatchListener listener,
      Pace pace) {
    RunWatch watch = new RunWatch(gateway, namespace, filter, listener, pace);
    Thread.ofVirtual().name("tiphys-watch").start(watch::run);
    return watch;
  }

  @Override
  public void close() {
    closed.countDown();
    stream.ifPresent(EventStream::close);
  }

  private void run() {
    try {
      while (!isClosed()) {
        if (list()) {
          follow();
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /** Everything as it is now; whether that worked. */
  private boolean list() throws InterruptedException {
    Outcome<Listing> listed = gateway.listToWatch(namespace, filter);
    if (listed.refusal().isPresent()) {
      pause(listed.refusal().get());
      return false;
    }
    Listing now = listed.result().orElseThrow();
    Set<Key> gone = new HashSet<>(known.keySet());
    for (ObjectNode item : now.items()) {
      WorkflowObject workflow = new WorkflowObject(item);
      gone.remove(Key.of(workflow));
      changed(workflow);
    }
    gone.forEach(this::deleted);
    version = now.resourceVersion();
    resumed();
    return true;
  }

  /** Streams, from one break to the next, until everything has to be listed anew. */
  private void follow() throws InterruptedException {
    while (!isClosed()) {
      Outcome<EventStream> opened = gateway.watch(namespace, filter, version);
      if (opened.refusal().isPresent()) {
        beforeListing(opened.refusal().get());
        return;
      }
      Optional<Problem> end;
      try (EventStream events = opened.result().orElseThrow()) {
        stream = Optional.of(events);
        end = isClosed() ? Optional.empty() : read(events);
      }
      if (end.isPresent()) {
        if (end.get().code() == ProblemCode.CLUSTER_TOO_LATE) {
          failures = 0;
          return;
        }
        pause(end.get());
      }
      if (version.isEmpty()) {
        return;
      }
    }
  }

  /** Too late is no trouble: it is listed at once. Without a stream it is polled. */
  private void beforeListing(Problem why) throws InterruptedException {
    switch (why.code()) {
      case CLUSTER_TOO_LATE -> failures = 0;
      case CLUSTER_NOT_ARGO -> rest(pace.poll().toMillis());
      default -> pause(why);
    }
  }

  /** Until the stream ends; why, if it did not end as streams do from time to time. */
  private Optional<Problem> read(EventStream events) {
    try {
      Optional<WatchEvent> event = events.next();
      boolean hasCome = false;
      while (event.isPresent()) {
        hasCome = true;
        resumed();
        switch (event.get()) {
          case WatchEvent.Changed(WorkflowObject workflow) -> {
            version = later(workflow.resourceVersion());
            changed(workflow);
          }
          case WatchEvent.Deleted(WorkflowObject workflow) -> {
            version = later(workflow.resourceVersion());
            deleted(Key.of(workflow));
          }
          case WatchEvent.Bookmark(String at) -> version = later(at);
          case WatchEvent.Failed(Problem why) -> {
            return Optional.of(why);
          }
        }
        event = events.next();
      }
      // a stream that ends at once, again and again, must not be opened in a tight loop
      return hasCome ? Optional.empty() : Optional.of(brokenOff());
    } catch (IOException _) {
      return Optional.of(brokenOff());
    }
  }

  private Problem brokenOff() {
    return Problem.refusal(ProblemCode.CLUSTER_BROKEN_OFF, gateway.address());
  }

  private String later(String resourceVersion) {
    return resourceVersion.isEmpty() ? version : resourceVersion;
  }

  private void changed(WorkflowObject workflow) {
    String now = workflow.resourceVersion();
    String before = known.put(Key.of(workflow), now);
    if (now.isEmpty() || !now.equals(before)) {
      listener.changed(workflow);
    }
  }

  private void deleted(Key key) {
    if (known.remove(key) != null) {
      listener.deleted(key.namespace(), key.name());
    }
  }

  private void resumed() {
    failures = 0;
    if (isInterrupted) {
      isInterrupted = false;
      listener.live();
    }
  }

  private void pause(Problem why) throws InterruptedException {
    if (isClosed()) {
      return;
    }
    if (!isInterrupted || failures == 0) {
      isInterrupted = true;
      listener.interrupted(why);
    }
    failures++;
    rest(pace.after(failures).toMillis());
  }

  private void rest(long millis) throws InterruptedException {
    if (closed.await(millis, TimeUnit.MILLISECONDS)) {
      stream = Optional.empty();
    }
  }

  private boolean isClosed() {
    return closed.getCount() == 0;
  }
}
