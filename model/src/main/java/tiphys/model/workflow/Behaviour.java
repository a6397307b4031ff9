// SPDX-License-Identifier: Apache-2.0
package tiphys.model.workflow;

/** What a template or a task does beside running once; drawn as a marker on the node. */
public enum Behaviour {
  /** withItems, withParam or withSequence. */
  LOOP,
  /** A condition that is never met, see {@code DisabledWhen}. */
  DISABLED,
  /** when. */
  CONDITION,
  /** retryStrategy. */
  RETRY,
  /** hooks other than exit. */
  HOOK,
  /** onExit, or the exit hook. */
  EXIT_HANDLER,
  /** continueOn. */
  CONTINUE_ON,
  /** memoize. */
  MEMOIZE,
  /** synchronization. */
  LOCK,
  /** daemon. */
  DAEMON,
  /** sidecars. */
  SIDECAR,
  /** initContainers. */
  INIT_CONTAINER,
  /** timeout, pendingTimeout or activeDeadlineSeconds. */
  TIMEOUT,
  /** The template stands inside its task. */
  INLINE,
  /** What it is stands in a part of the text that cannot be read now; shown as it was last. */
  LOST,
  /** Fields that templateDefaults give. */
  DEFAULTS
}
