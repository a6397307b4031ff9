// SPDX-License-Identifier: Apache-2.0
package tiphys.model.workflow;

import java.util.List;
import java.util.Optional;

/** What starts a resource's workflow without a person. */
public sealed interface Trigger {
  /**
   * Of a CronWorkflow (Argo: cron_workflow_types.go).
   *
   * @param schedules {@code schedules}, or the one of the removed {@code schedule}
   * @param timezone as IANA names it; absent for the controller's own
   */
  record Cron(List<CronSchedule> schedules, Optional<String> timezone, boolean isSuspended)
      implements Trigger {
    public Cron {
      schedules = List.copyOf(schedules);
    }
  }

  /**
   * Of a WorkflowEventBinding (Argo: event_types.go).
   *
   * @param selector the expression that an event must fulfil
   * @param submits what is started then
   */
  record Event(Optional<String> selector, Optional<ResourceReference> submits, Arguments arguments)
      implements Trigger {}
}
