// SPDX-License-Identifier: Apache-2.0
package tiphys.app.connections;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import tiphys.app.concurrent.Background;
import tiphys.app.connections.ConnectionState.Light;
import tiphys.exporter.cluster.ClusterGateway;
import tiphys.exporter.cluster.Clusters;
import tiphys.exporter.cluster.connection.Connection;
import tiphys.exporter.cluster.connection.Secret;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.Problem;

/**
 * The connections of the program: those that are kept and that of the environment, each opened once
 * and shared. Belongs to the window's thread where nothing else is said.
 */
public final class ConnectionDesk {
  private final Clusters clusters;
  private final Background remote;
  private final Duration patience;
  private final ReadOnlyObjectWrapper<List<ConnectionState>> states =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<Optional<Problem>> trouble =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ObservableList<String> names = FXCollections.observableArrayList();
  private final Map<String, Opened> opened = new HashMap<>();

  /** The way to a cluster, and what it was opened for. */
  private record Opened(Connection connection, ClusterGateway gateway) {}

  /**
   * @param remote for work that waits for clusters, however many there are
   */
  public ConnectionDesk(Clusters clusters, Background remote) {
    this(clusters, remote, ClusterGateway.PATIENCE);
  }

  /**
   * @param patience how long a step of a test may take
   */
  ConnectionDesk(Clusters clusters, Background remote, Duration patience) {
    this.clusters = clusters;
    this.remote = remote;
    this.patience = patience;
    reload();
  }

  /** All connections, in the user's order; that of the environment is the last. */
  public ReadOnlyObjectProperty<List<ConnectionState>> states() {
    return states.getReadOnlyProperty();
  }

  /** Their names. */
  public ObservableList<String> names() {
    return FXCollections.unmodifiableObservableList(names);
  }

  /** Why the connections that are kept could not be read. */
  ReadOnlyObjectProperty<Optional<Problem>> trouble() {
    return trouble.getReadOnlyProperty();
  }

  Clusters clusters() {
    return clusters;
  }

  Duration patience() {
    return patience;
  }

  Background remote() {
    return remote;
  }

  /**
   * The shared way to a cluster. Blocks, so it is for workers; any thread. Whoever gets it does not
   * close it, and asks anew where it was closed because the connection was changed.
   */
  public Outcome<ClusterGateway> open(String name) {
    Outcome<ClusterGateway> way =
        clusters.connection(name).then(connection -> opened(name, connection));
    way.result().ifPresent(_ -> remote.onWindowThread(() -> change(name, state -> state.used())));
    return way;
  }

  private Outcome<ClusterGateway> opened(String name, Connection connection) {
    synchronized (opened) {
      Opened known = opened.get(name);
      if (known != null && known.connection().equals(connection)) {
        return Outcome.done(known.gateway());
      }
      Outcome<ClusterGateway> made = clusters.open(connection);
      made.result()
          .ifPresent(
              gateway -> {
                Opened before = opened.put(name, new Opened(connection, gateway));
                if (before != null) {
                  before.gateway().close();
                }
              });
      return made;
    }
  }

  /** Somebody who watches over a connection lost it; any thread. */
  public void interrupted(String name, Problem why) {
    remote.onWindowThread(
        () -> change(name, state -> state.lit(Light.INTERRUPTED, Optional.of(why))));
  }

  /** Somebody hears of the cluster; any thread. */
  public void live(String name) {
    remote.onWindowThread(() -> change(name, state -> state.lit(Light.REACHED, Optional.empty())));
  }

  /** Tests a connection and shows how it does. */
  void check(String name) {
    change(name, state -> state.lit(Light.CHECKING, Optional.empty()));
    remote.run(
        () ->
            open(name)
                .then(
                    gateway ->
                        gateway.check(patience, _ -> {}).stream()
                            .flatMap(step -> step.trouble().stream())
                            .findFirst()
                            .<Outcome<String>>map(Outcome::refused)
                            .orElseGet(() -> Outcome.done(name))),
        told -> show(name, told.refusal()));
  }

  /** What a test of a connection came to. */
  void show(String name, Optional<Problem> why) {
    change(name, state -> state.lit(why.isEmpty() ? Light.REACHED : Light.FAILED, why));
  }

  /**
   * Keeps a connection.
   *
   * @param replaced the name of the one in whose place it comes; absent for a new one
   * @param typed a token to keep with it
   * @param after hears why it could not be kept; absent where it was
   */
  void keep(
      Optional<String> replaced,
      Connection connection,
      Optional<Secret> typed,
      Consumer<Optional<Problem>> after) {
    remote.run(
        () -> {
          Optional<Problem> why = write(replaced, connection, typed).refusal();
          typed.filter(_ -> why.isEmpty()).ifPresent(_ -> forgetWay(connection.name()));
          return why;
        },
        why -> {
          reload();
          after.accept(why);
        });
  }

  private Outcome<?> write(
      Optional<String> replaced, Connection connection, Optional<Secret> typed) {
    Outcome<Connection> kept =
        replaced
            .map(name -> clusters.connections().replace(name, connection))
            .orElseGet(() -> clusters.connections().add(connection));
    Optional<String> renamed = replaced.filter(name -> !name.equals(connection.name()));
    return kept.then(
            done ->
                renamed.isEmpty()
                    ? Outcome.done(done)
                    : clusters
                        .secrets()
                        .rename(renamed.get(), done.name())
                        .then(_ -> Outcome.done(done)))
        .then(
            done ->
                typed.isEmpty()
                    ? Outcome.done(done)
                    : clusters
                        .secrets()
                        .keep(done.name(), typed.get())
                        .then(_ -> Outcome.done(done)));
  }

  /** Forgets a connection, and its token with it. */
  void remove(String name, Consumer<Optional<Problem>> after) {
    remote.run(
        () -> {
          Optional<Problem> why = clusters.connections().remove(name).refusal();
          if (why.isEmpty()) {
            clusters.secrets().forget(name);
          }
          return why;
        },
        why -> {
          reload();
          after.accept(why);
        });
  }

  /** Reads again what is kept: the command line may have changed it. */
  public void reload() {
    remote.run(clusters.connections()::all, this::take);
  }

  private void take(Outcome<List<Connection>> read) {
    trouble.set(read.refusal());
    List<Connection> all = new ArrayList<>(read.result().orElse(List.of()));
    clusters
        .connection(Connection.OF_ENVIRONMENT)
        .result()
        .filter(each -> each.name().equals(Connection.OF_ENVIRONMENT))
        .ifPresent(all::add);
    Map<Connection, ConnectionState> known = new HashMap<>();
    states.get().forEach(state -> known.put(state.connection(), state));
    states.set(
        all.stream().map(each -> known.getOrDefault(each, ConnectionState.fresh(each))).toList());
    List<String> now = all.stream().map(Connection::name).toList();
    if (!now.equals(names)) {
      names.setAll(now);
    }
    closeAllBut(all);
  }

  private void change(String name, UnaryOperator<ConnectionState> how) {
    states.set(
        states.get().stream()
            .map(state -> state.name().equals(name) ? how.apply(state) : state)
            .toList());
  }

  /** A way that was opened with another token is of no use any more. */
  private void forgetWay(String name) {
    synchronized (opened) {
      Opened way = opened.remove(name);
      if (way != null) {
        way.gateway().close();
      }
    }
  }

  private void closeAllBut(List<Connection> wanted) {
    synchronized (opened) {
      opened
          .values()
          .removeIf(
              way -> {
                boolean isStale = !wanted.contains(way.connection());
                if (isStale) {
                  way.gateway().close();
                }
                return isStale;
              });
    }
  }

  /** Closes every connection; nothing is opened any more behind it. */
  public void close() {
    closeAllBut(List.of());
  }
}
