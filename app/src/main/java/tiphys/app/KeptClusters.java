// SPDX-License-Identifier: Apache-2.0
package tiphys.app;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import tiphys.app.runs.Destinations;
import tiphys.exporter.cluster.ClusterGateway;
import tiphys.exporter.cluster.Clusters;
import tiphys.exporter.cluster.connection.Connection;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.Problem;

/** The connections that the user keeps and that of the environment, each opened once. */
final class KeptClusters implements Destinations, AutoCloseable {
  private final Clusters clusters;
  private final ObservableList<String> names = FXCollections.observableArrayList();
  private final Map<Connection, ClusterGateway> open = new HashMap<>();

  KeptClusters(Clusters clusters) {
    this.clusters = clusters;
    List<String> known = new ArrayList<>();
    if (clusters.connection(Connection.OF_ENVIRONMENT).result().isPresent()) {
      known.add(Connection.OF_ENVIRONMENT);
    }
    clusters.connections().all().result().ifPresent(all -> all.forEach(c -> known.add(c.name())));
    names.setAll(known.stream().distinct().toList());
  }

  @Override
  public ObservableList<String> names() {
    return names;
  }

  @Override
  public synchronized Outcome<ClusterGateway> open(String name) {
    return clusters
        .connection(name)
        .then(
            connection -> {
              ClusterGateway known = open.get(connection);
              if (known != null) {
                return Outcome.done(known);
              }
              Outcome<ClusterGateway> opened = clusters.open(connection);
              opened.result().ifPresent(gateway -> open.put(connection, gateway));
              return opened;
            });
  }

  @Override
  public void interrupted(String name, Problem why) {}

  @Override
  public void live(String name) {}

  @Override
  public synchronized void close() {
    open.values().forEach(ClusterGateway::close);
    open.clear();
  }
}
