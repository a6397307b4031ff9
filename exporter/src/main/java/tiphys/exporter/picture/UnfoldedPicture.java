// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.picture;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tiphys.model.graph.NodeId;
import tiphys.model.run.TaskState;
import tiphys.model.state.Unfolded;

/** A scope with the insides of some of its tasks in their place, as a picture. */
public final class UnfoldedPicture {
  private final FlowPicture picture;

  /** Of a drawing. @param runs what a run says of the inside at the end of a way */
  public UnfoldedPicture(
      Unfolded shown, PictureStyle style, Function<List<NodeId>, Map<NodeId, TaskState>> runs) {
    this.picture = FlowPicture.of(shown, style, runs);
  }

  public String svg() {
    return SvgPicture.of(picture);
  }

  /** As an image. @param scale pixels for each canvas unit */
  public byte[] png(double scale) {
    return PngPicture.of(picture, scale);
  }

  public byte[] pdf() {
    return PdfPicture.of(picture);
  }
}
