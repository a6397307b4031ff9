// SPDX-License-Identifier: Apache-2.0
package tiphys.model.yaml;

import java.util.Arrays;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.scanner.Scanner;
import org.snakeyaml.engine.v2.scanner.ScannerImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import org.snakeyaml.engine.v2.tokens.Token;

/**
 * Notes where dashes, keys and colons stand, which the parser's events do not say. All places are
 * code points.
 */
final class RecordingScanner implements Scanner {
  private final ScannerImpl scanner;
  private final Places dashes = new Places();
  private final Places keys = new Places();
  private final Places colons = new Places();

  RecordingScanner(LoadSettings settings, StreamReader reader) {
    this.scanner = new ScannerImpl(settings, reader);
  }

  /** The last dash before a place; -1 where there is none. */
  int lastDashBefore(int codePoint) {
    return dashes.lastBefore(codePoint);
  }

  int lastKeyAtOrBefore(int codePoint) {
    return keys.lastBefore(codePoint + 1);
  }

  /** The colon read most recently; -1 before the first. */
  int lastColon() {
    return colons.count == 0 ? -1 : colons.places[colons.count - 1];
  }

  @Override
  public Token next() {
    Token token = scanner.next();
    int at = token.getStartMark().orElseThrow().getIndex();
    switch (token.getTokenId()) {
      case BlockEntry -> dashes.add(at);
      case Key -> keys.add(at);
      case Value -> colons.add(at);
      default -> {
        // Other tokens need no place of their own.
      }
    }
    return token;
  }

  @Override
  public boolean checkToken(Token.ID... choices) {
    return scanner.checkToken(choices);
  }

  @Override
  public Token peekToken() {
    return scanner.peekToken();
  }

  @Override
  public boolean hasNext() {
    return scanner.hasNext();
  }

  @Override
  public void resetDocumentIndex() {
    scanner.resetDocumentIndex();
  }

  private static final class Places {
    private int[] places = new int[64];
    private int count;

    void add(int place) {
      if (count == places.length) {
        places = Arrays.copyOf(places, count * 2);
      }
      places[count++] = place;
    }

    int lastBefore(int place) {
      int found = Arrays.binarySearch(places, 0, count, place);
      int index = found >= 0 ? found : -found - 1;
      return index == 0 ? -1 : places[index - 1];
    }
  }
}
