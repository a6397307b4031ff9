// SPDX-License-Identifier: Apache-2.0
package tiphys.model.schema;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What Argo's files do not say of a field and its code or Kubernetes' documents do: choices of
 * plain strings, defaults, texts that are durations or code, fields of old versions.
 */
final class KnownFacts {
  /** {@code DEFINITION.FIELD TYPE [FACT…]}; {@code -} leaves the type as it is. */
  private static final String FIELDS =
      """
      AppArmorProfile.type (RuntimeDefault|Localhost|Unconfined)
      Artifact.deleted - server
      AzureDiskVolumeSource.cachingMode (None|ReadOnly|ReadWrite)
      AzureDiskVolumeSource.kind (Shared|Dedicated|Managed)
      Backoff.cap duration
      Backoff.duration duration
      Backoff.maxDuration duration
      ConfigMapVolumeSource.defaultMode - default=420
      Container.imagePullPolicy (Always|IfNotPresent|Never)
      Container.restartPolicy (Always|OnFailure|Never)
      Container.stdin - default=false
      Container.stdinOnce - default=false
      Container.terminationMessagePath - default=/dev/termination-log
      Container.terminationMessagePolicy (File|FallbackToLogsOnError) default=File
      Container.tty - default=false
      ContainerPort.protocol (TCP|UDP|SCTP)
      ContainerResizePolicy.restartPolicy (NotRequired|RestartContainer)
      ContainerRestartRuleOnExitCodes.operator (In|NotIn)
      ContainerSetRetryStrategy.duration duration
      ContinueOn.error - default=false
      ContinueOn.failed - default=false
      CronWorkflowSpec.concurrencyPolicy - default=Allow
      CronWorkflowSpec.failedJobsHistoryLimit - default=1
      CronWorkflowSpec.schedule text removed=4.0 instead=schedules
      CronWorkflowSpec.startingDeadlineSeconds - default=0
      CronWorkflowSpec.successfulJobsHistoryLimit - default=3
      CronWorkflowSpec.suspend - default=false
      DAGTask.onExit - instead=hooks
      DAGTemplate.failFast - default=true
      DownwardAPIVolumeSource.defaultMode - default=420
      Gauge.operation - default=Set
      HTTP.body code
      HTTP.insecureSkipVerify - default=false
      HTTP.method (GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS) default=GET
      HTTP.timeoutSeconds - default=30
      HTTPGetAction.scheme (HTTP|HTTPS) default=HTTP
      HostPathVolumeSource.type (|DirectoryOrCreate|Directory|FileOrCreate|File|Socket|CharDevice|BlockDevice)
      ImageVolumeSource.pullPolicy (Always|IfNotPresent|Never)
      LabelSelectorRequirement.operator (In|NotIn|Exists|DoesNotExist)
      Memoize.maxAge duration
      NodeSelectorRequirement.operator (In|NotIn|Exists|DoesNotExist|Gt|Lt)
      ObjectMeta.creationTimestamp - server
      ObjectMeta.deletionGracePeriodSeconds - server
      ObjectMeta.deletionTimestamp - server
      ObjectMeta.generation - server
      ObjectMeta.managedFields - server
      ObjectMeta.resourceVersion - server
      ObjectMeta.selfLink - server
      ObjectMeta.uid - server
      Outputs.exitCode - server
      Outputs.result - server
      PersistentVolumeClaimSpec.accessModes [(ReadWriteOnce|ReadOnlyMany|ReadWriteMany|ReadWriteOncePod)]
      PersistentVolumeClaimSpec.volumeMode (Filesystem|Block) default=Filesystem
      PluginArtifact.configuration code
      PodDisruptionBudgetSpec.unhealthyPodEvictionPolicy (IfHealthyBudget|AlwaysAllow) default=IfHealthyBudget
      PodGC.deleteDelayDuration duration
      PodSecurityContext.fsGroupChangePolicy (OnRootMismatch|Always) default=Always
      PodSecurityContext.seLinuxChangePolicy (MountOption|Recursive)
      PodSecurityContext.supplementalGroupsPolicy (Merge|Strict) default=Merge
      Probe.failureThreshold - default=3
      Probe.initialDelaySeconds - default=0
      Probe.periodSeconds - default=10
      Probe.successThreshold - default=1
      Probe.timeoutSeconds - default=1
      ProjectedVolumeSource.defaultMode - default=420
      RawArtifact.data code
      ResourceTemplate.manifest code
      ResourceTemplate.mergeStrategy - default=strategic
      RetryStrategy.retryPolicy - default=OnFailure
      ScriptTemplate.source code
      SeccompProfile.type (RuntimeDefault|Localhost|Unconfined)
      SecretVolumeSource.defaultMode - default=420
      SecurityContext.privileged - default=false
      SecurityContext.procMount (Default|Unmasked) default=Default
      Sequence.format - default=%d
      Sequence.start - default=0
      ServiceAccountTokenProjection.expirationSeconds - default=3600
      SuspendTemplate.duration duration
      Synchronization.mutex Mutex removed=4.0 instead=mutexes
      Synchronization.semaphore SemaphoreRef removed=4.0 instead=semaphores
      Template.daemon - default=false
      Template.pendingTimeout duration
      Template.podSpecPatch code
      Template.timeout duration
      TemplateRef.clusterScope - default=false
      Toleration.effect (|NoSchedule|PreferNoSchedule|NoExecute)
      Toleration.operator (Exists|Equal) default=Equal
      UserContainer.mirrorVolumeMounts - default=false
      VolumeClaimGC.strategy (OnWorkflowCompletion|OnWorkflowSuccess) default=OnWorkflowSuccess
      VolumeMount.mountPropagation (None|HostToContainer|Bidirectional) default=None
      VolumeMount.readOnly - default=false
      VolumeMount.recursiveReadOnly (Disabled|IfPossible|Enabled) default=Disabled
      WorkflowLevelArtifactGC.podSpecPatch code
      WorkflowSpec.dnsPolicy (ClusterFirst|ClusterFirstWithHostNet|Default|None) default=ClusterFirst
      WorkflowSpec.hostNetwork - default=false
      WorkflowSpec.podPriority integer removed=4.0 instead=podPriorityClassName
      WorkflowSpec.podSpecPatch code
      WorkflowSpec.shutdown (Stop|Terminate)
      WorkflowSpec.suspend - default=false
      WorkflowStep.onExit - instead=hooks
      WorkflowTemplateRef.clusterScope - default=false
      """;

  /** Definitions whose fields of the same name mean what they mean in another one. */
  private static final String LIKE =
      """
      ArtifactLocation Artifact
      ArtifactPaths Artifact
      ClusterWorkflowTemplate Workflow
      ConfigMapProjection ConfigMapVolumeSource
      ContainerNode Container
      CronWorkflow Workflow
      DownwardAPIProjection DownwardAPIVolumeSource
      Inputs Arguments
      LifecycleHook DAGTask
      Outputs Arguments
      PodSecurityContext SecurityContext
      ScriptTemplate Container
      SecretProjection SecretVolumeSource
      Template WorkflowSpec
      UserContainer Container
      VolumeResourceRequirements ResourceRequirements
      WorkflowEventBinding Workflow
      WorkflowLevelArtifactGC ArtifactGC
      WorkflowStep DAGTask
      WorkflowTemplate Workflow
      """;

  private final Map<String, String[]> fields = new LinkedHashMap<>();
  private final Map<String, String> like;

  KnownFacts() {
    FIELDS.lines().map(line -> line.split(" ")).forEach(words -> fields.put(words[0], words));
    like =
        LIKE.lines()
            .map(line -> line.split(" "))
            .collect(Collectors.toMap(words -> words[0], words -> words[1]));
  }

  /** The definition's line. */
  String heading(String definition, boolean isArgo) {
    String alike = like.containsKey(definition) ? " like=" + like.get(definition) : "";
    return definition + (isArgo ? " argo" : " kubernetes") + alike;
  }

  String type(String definition, String field, String read) {
    String[] known = known(definition, field);
    return known.length == 0 || known[1].equals("-") ? read : known[1];
  }

  /** Adds what is known to what was read. */
  void add(String definition, String field, Map<String, String> facts) {
    String[] known = known(definition, field);
    for (int i = 2; i < known.length; i++) {
      String[] fact = known[i].split("=", 2);
      facts.put(fact[0], fact.length > 1 ? fact[1] : "");
    }
  }

  /** Fields that only older versions have: name to type. */
  Map<String, String> removed(String definition) {
    Map<String, String> removed = new HashMap<>();
    fields.forEach(
        (key, words) -> {
          boolean isRemoved = words.length > 2 && words[2].startsWith("removed=");
          if (isRemoved && key.startsWith(definition + ".")) {
            removed.put(key.substring(definition.length() + 1), words[1]);
          }
        });
    return removed;
  }

  /** What is said of a container is said of everything like one. */
  private String[] known(String definition, String field) {
    String own = definition + "." + field;
    return fields.containsKey(own) || !like.getOrDefault(definition, "").equals("Container")
        ? fields.getOrDefault(own, new String[0])
        : fields.getOrDefault("Container." + field, new String[0]);
  }
}
