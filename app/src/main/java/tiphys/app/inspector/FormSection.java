// SPDX-License-Identifier: Apache-2.0
package tiphys.app.inspector;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Where people look for a field. In the order of a form; the title of the first is left out. */
enum FormSection {
  WHAT(
      "name template templateRef inline image command args source workingDir action manifest"
          + " manifestFrom mergeStrategy url method body bodyFrom headers successCondition"
          + " failureCondition flags duration target transformation plugin entrypoint"
          + " templateDefaults workflowTemplateRef selector setOwnerReference insecureSkipVerify"
          + " timeoutSeconds schedules schedule timezone generateName containers artifactPaths"),
  INPUTS("inputs arguments"),
  OUTPUTS("outputs"),
  WHEN(
      "depends dependencies when continueOn concurrencyPolicy suspend startingDeadlineSeconds"
          + " stopStrategy failFast parallelism daemon synchronization memoize priority shutdown"
          + " successfulJobsHistoryLimit failedJobsHistoryLimit"),
  REPEATS("withItems withParam withSequence"),
  RETRIES("retryStrategy timeout pendingTimeout activeDeadlineSeconds ttlStrategy podGC"),
  RESOURCES(
      "resources podResources nodeSelector affinity tolerations schedulerName priorityClassName"
          + " podPriorityClassName resourceClaims podDisruptionBudget podPriority hostNetwork"
          + " dnsPolicy dnsConfig hostAliases"),
  STORAGE(
      "volumes volumeMounts volumeClaimTemplates volumeClaimGC volumeDevices archiveLocation"
          + " artifactRepositoryRef artifactGC archiveLogs"),
  ENVIRONMENT("env envFrom imagePullPolicy imagePullSecrets ports"),
  SECURITY("securityContext serviceAccountName automountServiceAccountToken executor"),
  HOOKS("hooks onExit lifecycle"),
  METADATA("metadata annotations labels namespace workflowMetadata podMetadata metrics"),
  ADVANCED("");

  private static final Map<String, FormSection> OF_FIELD = new HashMap<>();

  static {
    for (FormSection section : values()) {
      for (String field : section.fields.split(" ", -1)) {
        OF_FIELD.put(field, section);
      }
    }
  }

  private final String fields;

  FormSection(String fields) {
    this.fields = fields;
  }

  /** Names its title, {@code inspector.section.KEY}. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Where a field stands; what is handed over stands together, whatever it is. */
  static FormSection of(List<String> path) {
    if (path.contains("inputs") || path.contains("arguments")) {
      return INPUTS;
    }
    return path.contains("outputs") ? OUTPUTS : OF_FIELD.getOrDefault(path.getLast(), ADVANCED);
  }
}
