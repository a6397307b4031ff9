// SPDX-License-Identifier: Apache-2.0
package tiphys.app.notification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What each system's program is told, whatever stands in the words. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "skipped: the stand-ins are scripts of a shell")
final class DesktopCommandTest {
  private static final String TITLE = "run \"a'b\" $HOME `id` \\n";
  private static final String TEXT = "failed: $(touch x); <b>&amp;\nsecond 'line' \"end\"";

  @TempDir Path folder;

  @Test
  void aLinuxDesktopHearsTitleAndTextAsTheyAreWithoutMarkup() throws IOException {
    assertTrue(told("notify-send"));

    assertEquals(
        List.of(
            "--app-name=Tiphys",
            "--",
            TITLE,
            "failed: $(touch x); &lt;b&gt;&amp;amp;\nsecond 'line' \"end\""),
        heard());
  }

  @Test
  void theBusOfALinuxDesktopHearsThemAsTextsOfGlib() throws IOException {
    assertTrue(told("gdbus"));

    List<String> heard = heard();
    assertEquals("--method=org.freedesktop.Notifications.Notify", heard.get(4));
    assertEquals("--", heard.get(5));
    assertEquals(
        List.of(
            "\"run \\\"a'b\\\" $HOME `id` \\\\n\"",
            "\"failed: $(touch x); &lt;b&gt;&amp;amp;\\nsecond 'line' \\\"end\\\"\"",
            "@as []",
            "@a{sv} {}",
            "int32 -1"),
        heard.subList(9, 14));
  }

  @Test
  void aMacHearsThemAsArgumentsOfAScriptThatHasNothingOfThem() throws IOException {
    assertTrue(told("osascript"));

    List<String> heard = heard();
    assertEquals(List.of(TITLE, TEXT), heard.subList(heard.size() - 2, heard.size()));
    assertEquals("on run told", heard.get(1));
    assertFalse(String.join("", heard.subList(0, heard.size() - 2)).contains("HOME"));
  }

  @Test
  void windowsHearsThemInTheEnvironmentOfAScriptThatHasNothingOfThem() throws IOException {
    assertTrue(told("powershell.exe"));

    List<String> heard = heard();
    assertEquals(List.of("-NoProfile", "-NonInteractive", "-Command"), heard.subList(0, 3));
    assertTrue(heard.get(3).contains("CreateTextNode($env:TIPHYS_TITLE)"), heard.get(3));
    assertFalse(heard.get(3).contains("HOME"), heard.get(3));
    assertEquals(TITLE + "|" + TEXT, Files.readString(folder.resolve("environment")));
  }

  @Test
  void aProgramThatRefusesTheNoticeIsNotBelieved() throws IOException {
    standIn("notify-send", "exit 1");

    assertEquals(Optional.of(false), command().map(each -> each.show(TITLE, TEXT)));
  }

  @Test
  void withoutAnyOfThemNothingIsStarted() {
    assertEquals(Optional.empty(), command());
  }

  private boolean told(String program) throws IOException {
    standIn(
        program,
        """
        for each in "$@"; do printf '%%s\\000' "$each"; done > '%1$s/heard'
        printf '%%s|%%s' "$TIPHYS_TITLE" "$TIPHYS_TEXT" > '%1$s/environment'
        """
            .formatted(folder));
    return command().filter(each -> each.show(TITLE, TEXT)).isPresent();
  }

  private List<String> heard() throws IOException {
    String all = Files.readString(folder.resolve("heard"));
    return List.of(all.substring(0, all.length() - 1).split("\0", -1));
  }

  private Optional<DesktopCommand> command() {
    return DesktopCommand.in(Map.of("PATH", folder.resolve("bin").toString()));
  }

  private void standIn(String program, String script) throws IOException {
    Path bin = Files.createDirectories(folder.resolve("bin"));
    Path file = Files.writeString(bin.resolve(program), "#!/bin/sh\n" + script);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
