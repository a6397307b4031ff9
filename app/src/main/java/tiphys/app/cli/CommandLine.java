// SPDX-License-Identifier: Apache-2.0
package tiphys.app.cli;

import java.io.File;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tiphys.app.message.Messages;
import tiphys.app.settings.ConfigFolder;
import tiphys.exporter.cluster.Clusters;

/** Understands the words of a command line and does what they ask. */
public final class CommandLine {
  private final Console console;

  public CommandLine(PrintStream out, PrintStream err, Messages messages) {
    this.console = new Console(out, err, messages);
  }

  /**
   * The words with the verb that was left out: a first word that looks like a path, as {@code
   * train.yaml} or {@code ./flows}, or that names something here, is to be opened.
   */
  public static List<String> completed(List<String> words) {
    if (words.isEmpty() || Verb.of(words.getFirst()).isPresent() || !isPath(words.getFirst())) {
      return words;
    }
    return Stream.concat(Stream.of(Verb.OPEN.word()), words.stream()).toList();
  }

  private static boolean isPath(String word) {
    return !word.startsWith("-")
        && (word.contains(".") || word.contains(File.separator) || new File(word).exists());
  }

  /**
   * Whether the words ask for the window: no verb, {@code open}, or {@code tour}, and no option,
   * which none of them has.
   */
  public static boolean asksForWindow(List<String> words) {
    return words.isEmpty()
        || (List.of("open", "tour").contains(words.getFirst())
            && words.stream().noneMatch(word -> word.startsWith("-")));
  }

  /** Says that there is no display, and what can be done without one. */
  public void sayNoDisplay() {
    console.say("no-display");
  }

  /**
   * Does what the words ask for.
   *
   * @return 0 done and good, 1 the answer is no, 2 it could not be done
   */
  public int execute(List<String> words) {
    HelpText help = new HelpText(console);
    if (words.isEmpty()) {
      help.overview();
      return Console.TROUBLE;
    }
    return switch (words.getFirst()) {
      case "help" -> help.topic(words.subList(1, words.size()));
      case "--help", "-h" -> help.overview();
      case "--version" -> help.version();
      default -> perform(words, help);
    };
  }

  private int perform(List<String> words, HelpText help) {
    Optional<Verb> verb = Verb.of(words.getFirst());
    if (verb.isEmpty()) {
      return console.misused("unknown-verb", words.getFirst(), verbs());
    }
    if (words.contains("--help") || words.contains("-h")) {
      return help.verb(verb.get());
    }
    Arguments arguments =
        Arguments.of(words.subList(1, words.size()), verb.get().withValue(), verb.get().flags());
    if (arguments.unknown().isPresent()) {
      return console.misused("unknown-option", arguments.unknown().get(), verb.get().word());
    }
    if (arguments.incomplete().isPresent()) {
      return console.misused("option-without-value", arguments.incomplete().get());
    }
    return switch (verb.get()) {
      case OPEN -> {
        sayNoDisplay();
        yield Console.TROUBLE;
      }
      case NEW -> new NewVerb(console).execute(arguments);
      case LINT -> new LintVerb(console).execute(arguments);
      case EXPORT -> new ExportVerb(console).execute(arguments);
      case EDIT -> new EditVerb(console).execute(arguments);
      case DIFF -> new DiffVerb(console).execute(arguments);
      case GRAPH -> new GraphVerb(console).execute(arguments);
      case VARIABLES -> new VariablesVerb(console).execute(arguments);
      case RUN -> new RunVerb(console).execute(arguments);
      case TEST -> new TestVerb(console).execute(arguments);
      case TOUR -> new Tour(console).execute();
      case CONNECTIONS -> new ConnectionsVerb(access()).execute(arguments);
      case SUBMIT -> new SubmitVerb(access()).execute(arguments);
      case LIST -> new ListVerb(access()).execute(arguments);
      case COMPARE -> new CompareVerb(access()).execute(arguments);
      case GET -> new RunsVerb(access()).get(arguments);
      case CRON -> new RunsVerb(access()).cron(arguments);
      case TEMPLATE -> new TemplateVerb(access()).execute(arguments);
      case WATCH -> new WatchVerb(access()).watch(arguments);
      case LOGS -> new LogsVerb(access()).execute(arguments);
      case ARTIFACTS -> new ArtifactsVerb(access()).execute(arguments);
      case SUSPEND, RESUME, STOP, TERMINATE, RETRY, RESUBMIT, DELETE ->
          new ActVerb(access()).execute(verb.get(), arguments);
    };
  }

  private ClusterAccess access() {
    return new ClusterAccess(console, new Clusters(ConfigFolder.ofUser(), System.getenv()));
  }

  private static String verbs() {
    return Arrays.stream(Verb.values()).map(Verb::word).collect(Collectors.joining(", "));
  }
}
