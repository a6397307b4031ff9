// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.local;

import java.nio.file.Path;

/** Where the paths of a step lie on this computer, before it starts and after it has ended. */
interface StepPlaces {
  Path at(String path);
}
