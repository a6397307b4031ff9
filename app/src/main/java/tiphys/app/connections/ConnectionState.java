// SPDX-License-Identifier: Apache-2.0
package tiphys.app.connections;

import java.util.Locale;
import java.util.Optional;
import tiphys.exporter.cluster.connection.Connection;
import tiphys.exporter.cluster.connection.Target;
import tiphys.exporter.cluster.connection.Trust;
import tiphys.model.problem.Problem;

/**
 * A connection and how it does.
 *
 * @param why it is interrupted or does not work; absent else
 * @param isUsed whether something of the program goes over it
 */
public record ConnectionState(
    Connection connection, Light light, Optional<Problem> why, boolean isUsed) {
  /** From the best to the worst. */
  public enum Light {
    REACHED("succeeded"),
    UNKNOWN("none"),
    CHECKING("running"),
    INTERRUPTED("pending"),
    FAILED("failed");

    private final String phase;

    Light(String phase) {
      this.phase = phase;
    }

    /** The name of the glyph and of the colour, which are those of a run's phases. */
    String phase() {
      return phase;
    }

    String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static ConnectionState fresh(Connection connection) {
    return new ConnectionState(connection, Light.UNKNOWN, Optional.empty(), false);
  }

  ConnectionState lit(Light other, Optional<Problem> reason) {
    return new ConnectionState(connection, other, reason, isUsed);
  }

  ConnectionState used() {
    return new ConnectionState(connection, light, why, true);
  }

  public String name() {
    return connection.name();
  }

  /** Whether anybody on the way could read what is sent. */
  boolean isUnverified() {
    return connection.target() instanceof Target.ArgoServer server
        && server.trust() instanceof Trust.Unverified;
  }

  /** Whether it comes from the environment, and is changed there. */
  boolean isOfEnvironment() {
    return name().equals(Connection.OF_ENVIRONMENT);
  }

  /** Where it leads, in one line. */
  String place() {
    return switch (connection.target()) {
      case Target.ArgoServer server -> server.address().toString();
      case Target.KubeContext context -> context.context();
    };
  }
}
