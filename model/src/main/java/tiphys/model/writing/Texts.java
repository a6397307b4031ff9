// SPDX-License-Identifier: Apache-2.0
package tiphys.model.writing;

import tiphys.model.text.SourceText;

/** What writes in lines and what writes in brackets, on one rung. */
record Texts(BlockText block, BlockRemoval removal, FlowText flow) {
  static Texts of(SourceText text, Rung rung) {
    return new Texts(new BlockText(text, rung), new BlockRemoval(text, rung), new FlowText(text));
  }
}
