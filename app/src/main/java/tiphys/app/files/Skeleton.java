// SPDX-License-Identifier: Apache-2.0
package tiphys.app.files;

import tiphys.model.text.SourceText;

/** What a new file begins with: a workflow that is whole, and in which nothing is drawn yet. */
public final class Skeleton {
  private static final String TEXT =
      """
      apiVersion: argoproj.io/v1alpha1
      kind: Workflow
      metadata:
        generateName: new-workflow-
      spec:
        entrypoint: main
        templates:
          - name: main
            dag:
              tasks: []
      """;

  private Skeleton() {}

  public static SourceText text() {
    return SourceText.of(TEXT);
  }
}
