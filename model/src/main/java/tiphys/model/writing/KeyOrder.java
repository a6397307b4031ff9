// SPDX-License-Identifier: Apache-2.0
package tiphys.model.writing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tiphys.model.yaml.YamlPlace;

/**
 * Where a new key goes among those that are there: where the nearest sibling has it, by the
 * alphabet in a mapping that is ordered so, else where most of Argo's own examples have it.
 */
final class KeyOrder {
  /** A key that is named nowhere stands in the place of the dots. */
  private static final Map<String, Integer> RANKS =
      ranks(
          """
          apiVersion kind name generateName namespace help labels annotations \
          schedule schedules timezone startingDeadlineSeconds concurrencyPolicy \
          successfulJobsHistoryLimit failedJobsHistoryLimit stopStrategy suspend \
          activeDeadlineSeconds archiveLogs entrypoint serviceAccountName \
          automountServiceAccountToken priority depends onExit \
          limit retryPolicy backoff duration factor maxDuration expression \
          template templateRef clusterScope inline continueOn arguments hooks \
          workflowTemplateRef withItems withParam withSequence start end when \
          artifactRepositoryRef podGC artifactGC strategy deleteDelayDuration ttlStrategy \
          podMetadata workflowMetadata imagePullSecrets executorPlugins hostAliases dnsPolicy \
          dnsConfig affinity tolerations priorityClassName schedulerName podDisruptionBudget \
          timeout inputs metadata memoize metrics synchronization parallelism failFast nodeSelector \
          volumes accessModes volumeClaimTemplates volumeClaimGC resourceClaims podResources \
          podSpecPatch retryStrategy daemon templateDefaults parameters artifacts \
          endpoint bucket region key insecure realtime buckets value default enum description \
          from fromExpression mountPath subPath valueFrom addresses path hdfsUser force mode optional \
          container script containerSet dag steps resource \
          http plugin data artifactory azure gcs git hdfs oss raw s3 archive \
          globalName archiveLocation initContainers sidecars \
          image imagePullPolicy dependencies workingDir command args env envFrom \
          ports volumeMounts mirrorVolumeMounts resources \
          httpGet tcpSocket exec initialDelaySeconds periodSeconds \
          readinessProbe livenessProbe startupProbe lifecycle securityContext \
          allowPrivilegeEscalation capabilities readOnlyRootFilesystem runAsNonRoot source \
          action mergeStrategy flags successCondition failureCondition setOwnerReference \
          url auth repo revision blob accountKeySecret accessKeySecret secretKeySecret \
          usernameSecret passwordSecret clientCertSecret clientKeySecret \
          clientIDSecret clientSecretSecret tokenURLSecret scopes endpointParams \
          maxAge cache nameservers options \
          method timeoutSeconds headers manifest body \
          ... outputs containers tasks workflowSpec templates spec status\
          """);

  private KeyOrder() {}

  private static Map<String, Integer> ranks(String order) {
    Map<String, Integer> ranks = new HashMap<>();
    Arrays.stream(order.split(" ")).forEach(key -> ranks.put(key, ranks.size()));
    return Map.copyOf(ranks);
  }

  /** Where most of Argo's examples have a key; of two keys the one with less stands first. */
  static int rank(String key) {
    return RANKS.getOrDefault(key, RANKS.getOrDefault("...", 0));
  }

  /** Behind which of the entries that stay a new key is put; -1 for in front of all. */
  static int indexBefore(YamlPlace mapping, String key, Set<Integer> gone) {
    List<Integer> kept = new ArrayList<>();
    List<String> keys = new ArrayList<>();
    for (int i = 0; i < mapping.size(); i++) {
      if (!gone.contains(i)) {
        kept.add(i);
        keys.add(mapping.key(i).text().orElse(""));
      }
    }
    int at = besideSibling(mapping, key, keys).orElseGet(() -> amongKnown(keys, key));
    return at == 0 ? -1 : kept.get(at - 1);
  }

  /** In front of which key it goes, as the nearest item that has it tells; empty if none does. */
  private static Optional<Integer> besideSibling(YamlPlace mapping, String key, List<String> keys) {
    Optional<YamlPlace> same = Neighbours.withSameKey(mapping, key);
    List<String> order =
        same.flatMap(YamlPlace::parent).map(YamlPlace::entries).orElse(List.of()).stream()
            .map(YamlPlace.Entry::name)
            .toList();
    int own = order.indexOf(key);
    for (int i = own - 1; i >= 0; i--) {
      if (keys.contains(order.get(i))) {
        return Optional.of(keys.indexOf(order.get(i)) + 1);
      }
    }
    return order.stream()
        .skip(own + 1L)
        .filter(keys::contains)
        .findFirst()
        .map(keys::indexOf)
        .filter(_ -> own >= 0);
  }

  private static int amongKnown(List<String> keys, String key) {
    if (keys.stream().noneMatch(RANKS::containsKey)) {
      return keys.size();
    }
    return isByAlphabet(keys)
        ? (int) keys.stream().filter(other -> other.compareTo(key) < 0).count()
        : leastTurned(keys, key);
  }

  /** Three keys or more by the alphabet that the examples have otherwise: somebody sorted them. */
  private static boolean isByAlphabet(List<String> keys) {
    boolean isSorted = keys.size() > 2;
    boolean isOwnWay = false;
    for (int i = 1; i < keys.size(); i++) {
      isSorted &= keys.get(i - 1).compareTo(keys.get(i)) < 0;
      isOwnWay |= rank(keys.get(i - 1)) > rank(keys.get(i));
    }
    return isSorted && isOwnWay;
  }

  /** Where it stands right with the most of the others; of several such places behind the last. */
  private static int leastTurned(List<String> keys, String key) {
    int rank = rank(key);
    int turned = (int) keys.stream().filter(other -> rank(other) < rank).count();
    int least = turned;
    int best = 0;
    for (int i = 0; i < keys.size(); i++) {
      int other = rank(keys.get(i));
      turned += Integer.compare(other, rank);
      if (turned < least || turned == least && other <= rank) {
        least = turned;
        best = i + 1;
      }
    }
    return best;
  }
}
