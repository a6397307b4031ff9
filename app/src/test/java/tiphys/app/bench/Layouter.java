// SPDX-License-Identifier: Apache-2.0
package tiphys.app.bench;

/** Something that lays graphs out. */
interface Layouter {
  String name();

  /** Whether it is on this machine. */
  boolean isHere();

  /**
   * Lays a graph out with cards and gaps of the window's sizes.
   *
   * @throws TooLong if it had to be ended
   */
  LaidOut layOut(SampleGraph graph) throws TooLong;

  /** It did not come to an end in the time that was given, or failed on its way. */
  final class TooLong extends Exception {
    private static final long serialVersionUID = 1;

    TooLong(String why) {
      super(why);
    }
  }
}
