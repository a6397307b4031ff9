// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tiphys.model.problem.Problem;
import tiphys.model.problem.ProblemCode;

/** Versions of Argo, for example {@code v4.1.2}. */
final class ArgoVersion {
  /** Schedules, lock lists and display names, as Tiphys writes them, came with it. */
  private static final String OLDEST = "3.6";

  private static final Pattern FORM = Pattern.compile("v?(\\d+)\\.(\\d+).*");

  private ArgoVersion() {}

  /**
   * Why a version will not do. One that is not told, or of a form of its own, is taken; so is
   * {@code v0.0.0+unknown}, as a server calls itself that somebody has built for himself.
   */
  static Optional<Problem> check(String version) {
    Matcher matcher = FORM.matcher(version);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int major = Integer.parseInt(matcher.group(1));
    boolean isOld =
        major > 0 && (major < 3 || (major == 3 && Integer.parseInt(matcher.group(2)) < 6));
    return isOld
        ? Optional.of(Problem.refusal(ProblemCode.CLUSTER_ARGO_TOO_OLD, version, OLDEST))
        : Optional.empty();
  }
}
