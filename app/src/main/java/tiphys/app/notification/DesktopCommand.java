// SPDX-License-Identifier: Apache-2.0
package tiphys.app.notification;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import tiphys.app.files.SearchPath;

/**
 * A program of the system that shows a notice on the desktop. No shell is between: what is told is
 * an argument of its own, or stands in the program's environment.
 */
record DesktopCommand(Path program, Dialect dialect) {
  private static final int PATIENCE = 10;
  private static final String TITLE = "TIPHYS_TITLE";
  private static final String TEXT = "TIPHYS_TEXT";

  /** Windows shows notices only of programs that it knows; PowerShell is one. */
  private static final String TOAST =
      """
      $ErrorActionPreference = 'Stop'
      [void][Windows.UI.Notifications.ToastNotificationManager, Windows.UI.Notifications, ContentType = WindowsRuntime]
      $xml = [Windows.UI.Notifications.ToastNotificationManager]::GetTemplateContent('ToastText02')
      $texts = $xml.GetElementsByTagName('text')
      [void]$texts.Item(0).AppendChild($xml.CreateTextNode($env:TIPHYS_TITLE))
      [void]$texts.Item(1).AppendChild($xml.CreateTextNode($env:TIPHYS_TEXT))
      $toast = New-Object Windows.UI.Notifications.ToastNotification $xml
      $id = '{1AC14E77-02E7-4E5D-B744-2EB1AE5198B7}\\WindowsPowerShell\\v1.0\\powershell.exe'
      [Windows.UI.Notifications.ToastNotificationManager]::CreateToastNotifier($id).Show($toast)
      """;

  /** How the programs want to be told, the first that is there is taken. */
  private enum Dialect {
    NOTIFY_SEND("notify-send"),
    GDBUS("gdbus"),
    OSASCRIPT("osascript"),
    POWERSHELL("powershell.exe");

    private final String program;

    Dialect(String program) {
      this.program = program;
    }

    List<String> arguments(String title, String text) {
      return switch (this) {
        case NOTIFY_SEND -> List.of("--app-name=Tiphys", "--", title, unmarked(text));
        case GDBUS ->
            List.of(
                "call",
                "--session",
                "--dest=org.freedesktop.Notifications",
                "--object-path=/org/freedesktop/Notifications",
                "--method=org.freedesktop.Notifications.Notify",
                // the last of them would be taken for an option
                "--",
                quoted("Tiphys"),
                "uint32 0",
                quoted(""),
                quoted(title),
                quoted(unmarked(text)),
                "@as []",
                "@a{sv} {}",
                "int32 -1");
        case OSASCRIPT ->
            List.of(
                "-e",
                "on run told",
                "-e",
                "display notification (item 2 of told) with title (item 1 of told)",
                "-e",
                "end run",
                title,
                text);
        case POWERSHELL -> List.of("-NoProfile", "-NonInteractive", "-Command", TOAST);
      };
    }

    /** Desktops read the text as markup. */
    private static String unmarked(String text) {
      return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** gdbus reads values as GLib writes them. */
    private static String quoted(String text) {
      return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }
  }

  /** The first one on the path of an environment. */
  static Optional<DesktopCommand> in(Map<String, String> environment) {
    SearchPath path = new SearchPath(environment);
    return Arrays.stream(Dialect.values())
        .flatMap(
            dialect ->
                path.find(dialect.program).stream()
                    .map(program -> new DesktopCommand(program, dialect)))
        .findFirst();
  }

  /** Blocks for some seconds at most. Whether the desktop took it. */
  boolean show(String title, String text) {
    List<String> line = new ArrayList<>(List.of(program.toString()));
    line.addAll(dialect.arguments(title, text));
    ProcessBuilder builder =
        new ProcessBuilder(line)
            .redirectErrorStream(true)
            .redirectOutput(Redirect.DISCARD)
            .redirectInput(Redirect.PIPE);
    if (dialect == Dialect.POWERSHELL) {
      builder.environment().put(TITLE, title);
      builder.environment().put(TEXT, text);
    }
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      if (process.waitFor(PATIENCE, TimeUnit.SECONDS)) {
        return process.exitValue() == 0;
      }
      process.destroyForcibly();
      return false;
    } catch (IOException _) {
      return false;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
