// SPDX-License-Identifier: Apache-2.0
package tiphys.app.inspector;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tiphys.app.message.Messages;
import tiphys.app.message.TriggerWords;
import tiphys.model.command.FieldPath;
import tiphys.model.command.TypedValue;
import tiphys.model.schema.Schema;
import tiphys.model.schema.SchemaField;
import tiphys.model.workflow.CronSchedule;
import tiphys.model.workflow.CronTimes;
import tiphys.model.yaml.YamlPlace;

/** What is said below a field as one types: why it cannot be so, or what a schedule means. */
final class FieldNotes {
  private static final int MOMENTS = 3;
  private static final String TIMEZONE = "timezone";
  private static final String CRON = "CronWorkflowSpec.schedules";
  private static final String ZONE = "CronWorkflowSpec.timezone";

  private final FieldActions actions;
  private final Clock clock;

  FieldNotes(FieldActions actions, Clock clock) {
    this.actions = actions;
    this.clock = clock;
  }

  /** One sentence. */
  record Note(String text, boolean isWrong) {
    static final Note NONE = new Note("", false);
  }

  /** What is said though nobody types there. */
  Note standing(Field field) {
    boolean isTold = field.key().equals(CRON) || field.key().equals(ZONE);
    return isTold && field.form() == Field.Form.LINE && !field.value().isEmpty()
        ? typed(field, field.value())
        : Note.NONE;
  }

  Note typed(Field field, String typed) {
    if (typed.isEmpty() || typed.contains("{{")) {
      return Note.NONE;
    }
    return switch (field.key()) {
      case CRON, "CronWorkflowSpec.schedule" -> schedule(typed);
      case ZONE ->
          zone(typed).isPresent()
              ? Note.NONE
              : wrong(actions.messages().text("inspector.no-zone", typed));
      default -> field.form() == Field.Form.LINE ? ofType(field, typed) : Note.NONE;
    };
  }

  private Note ofType(Field field, String typed) {
    Optional<SchemaField> known =
        Schema.argo().field(actions.owner().type(actions.state().get()), field.path());
    return TypedValue.of(typed, field.type(), String.join(".", field.path()), known)
        .refusal()
        .map(actions.messages()::problem)
        .map(FieldNotes::wrong)
        .orElse(Note.NONE);
  }

  private static Note wrong(String why) {
    return new Note(why, true);
  }

  private Note schedule(String typed) {
    Messages messages = actions.messages();
    CronSchedule read = CronSchedule.of(typed);
    Optional<CronTimes> times = CronTimes.of(typed);
    if (times.isEmpty()) {
      boolean isEvery =
          read.rhythm().filter(CronSchedule.Rhythm.Duration.class::isInstance).isPresent();
      return isEvery
          ? new Note(new TriggerWords(messages).of(read), false)
          : wrong(messages.text("inspector.no-schedule", typed));
    }
    ZonedDateTime now = ZonedDateTime.now(clock).withZoneSameInstant(zoneOfFile());
    List<ZonedDateTime> next = times.get().after(now, MOMENTS);
    if (next.isEmpty()) {
      return wrong(messages.text("inspector.never-comes", typed));
    }
    DateTimeFormatter format =
        DateTimeFormatter.ofPattern(
            messages.text("inspector.moment"), messages.language().locale());
    String moments = next.stream().map(format::format).collect(Collectors.joining(", "));
    String words = read.rhythm().isPresent() ? new TriggerWords(messages).of(read) : typed;
    return new Note(messages.text("inspector.next-times", words, moments), false);
  }

  /** The controller's own, for which that of the coordinated time stands. */
  private ZoneId zoneOfFile() {
    return FieldPath.find(actions.state().get(), actions.owner(), List.of("spec", TIMEZONE))
        .flatMap(YamlPlace::text)
        .flatMap(FieldNotes::zone)
        .orElse(ZoneId.of("UTC"));
  }

  private static Optional<ZoneId> zone(String name) {
    try {
      return name.equals("Local") ? Optional.of(ZoneId.of("UTC")) : Optional.of(ZoneId.of(name));
    } catch (DateTimeException unknown) {
      return Optional.empty();
    }
  }
}
