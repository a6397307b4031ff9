// SPDX-License-Identifier: Apache-2.0
package tiphys.app.message;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ElapsedTest {
  @ParameterizedTest
  @CsvSource({
    "-3, 0:00, 0s, 0s",
    "9, 0:09, 9s, 9s",
    "65, 1:05, 1m05s, 65s",
    "3599, 59:59, 59m59s, 59m",
    "7265, 2:01:05, 2h01m, 2h",
    "93600, 1d 2:00:00, 26h00m, 26h",
    "180000, 2d 2:00:00, 50h00m, 2d"
  })
  void aTimeIsWrittenForAClockForATreeAndForATable(
      long seconds, String clock, String units, String rounded) {
    Duration taken = Duration.ofSeconds(seconds);

    assertEquals(clock, Elapsed.clock(taken));
    assertEquals(units, Elapsed.units(taken));
    assertEquals(rounded, Elapsed.rounded(taken));
  }
}
