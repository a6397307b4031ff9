// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.hera;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tiphys.exporter.python.PyStatement;
import tiphys.exporter.python.PyValue;

/**
 * The lines that hand the workflow to an Argo Server. The token is read when they run, and the
 * server's certificate is verified unless the variable says so that Argo's own command line reads
 * too.
 */
final class Submission {
  private Submission() {}

  static List<PyStatement> settings(String host, boolean withNamespace) {
    List<PyStatement> lines = new ArrayList<>();
    lines.add(PyStatement.line(""));
    lines.add(
        new PyStatement.Evaluate(
            Optional.of("global_config.host"), new PyValue.Text(host), Optional.empty()));
    lines.add(PyStatement.line("global_config.token = lambda: os.environ[\"ARGO_TOKEN\"]"));
    lines.add(
        PyStatement.line(
            "global_config.verify_ssl = os.environ.get(\"ARGO_INSECURE_SKIP_VERIFY\") != \"true\""));
    if (withNamespace) {
      lines.add(
          PyStatement.line(
              "global_config.namespace = os.environ.get(\"ARGO_NAMESPACE\", \"default\")"));
    }
    return lines;
  }

  static List<PyStatement> calls(List<String> variables) {
    List<PyStatement> lines = new ArrayList<>();
    lines.add(PyStatement.line(""));
    lines.add(PyStatement.line("if __name__ == \"__main__\":"));
    variables.forEach(each -> lines.add(PyStatement.line("    " + each + ".create()")));
    return lines;
  }
}
