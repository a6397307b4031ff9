// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster;

/** What goes wrong with the next stream, after some events of it. */
public enum StreamFault {
  /** The connection is cut between two events. */
  TORN,
  /** The connection is cut within an event. */
  HALF_EVENT_TORN,
  /** The stream ends in good order, but within an event. */
  HALF_EVENT_ENDED,
  /** The stream ends in good order, as a server ends it from time to time. */
  ENDED,
  /** The server says that the version is forgotten. */
  GONE,
  /** The server says that the token has expired. */
  UNAUTHORIZED,
  /** A line that is no JSON, as something on the way puts it in. */
  RUBBISH
}
