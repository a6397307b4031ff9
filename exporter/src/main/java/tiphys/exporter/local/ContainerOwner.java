// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The program that made a container, told by the container's name: one that was killed could not
 * remove what it had made, and the next that starts does it.
 *
 * @param computer tells computers apart that share a container engine
 * @param process its number
 * @param startedAt in milliseconds, since numbers of processes are used again; 0 if unknown
 */
record ContainerOwner(String computer, long process, long startedAt) {
  /** Everything that was made carries it. */
  static final String LABEL = "tiphys.owner";

  /** A start is told by a clock that is set from time to time. */
  private static final long SAME_START_MILLIS = 60_000;

  private static final Pattern NAME = Pattern.compile("tiphys-([0-9a-f]+)-(\\d+)-(\\d+)-.*");

  /** This program. */
  static ContainerOwner here() {
    ProcessHandle here = ProcessHandle.current();
    return new ContainerOwner(thisComputer(), here.pid(), startedAt(here));
  }

  String mark() {
    return "tiphys-" + computer + "-" + process + "-" + startedAt;
  }

  /** A new name, in which people find a word that they know. */
  String name(String known) {
    String once = Integer.toHexString(ThreadLocalRandom.current().nextInt() | 1 << 31);
    return mark() + "-" + once + "-" + known.replaceAll("[^A-Za-z0-9_.-]", "_");
  }

  /** Whether what has this name was made on this computer by a program that is gone. */
  static boolean isGone(String name) {
    Matcher parts = NAME.matcher(name);
    return parts.matches()
        && parts.group(1).equals(thisComputer())
        && !isAlive(Long.parseLong(parts.group(2)), Long.parseLong(parts.group(3)));
  }

  private static boolean isAlive(long process, long startedAt) {
    Optional<ProcessHandle> there = ProcessHandle.of(process).filter(ProcessHandle::isAlive);
    return there.isPresent()
        && (startedAt == 0 || Math.abs(startedAt(there.get()) - startedAt) < SAME_START_MILLIS);
  }

  private static long startedAt(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
  }

  private static String thisComputer() {
    String name =
        System.getProperty("user.name")
            + System.getenv().getOrDefault("HOSTNAME", "")
            + System.getenv().getOrDefault("COMPUTERNAME", "");
    try {
      name += Files.readString(Path.of("/etc/hostname"));
    } catch (IOException e) {
      // other systems say it in their environment
      name += "";
    }
    return Integer.toHexString(name.hashCode());
  }
}
