// SPDX-License-Identifier: Apache-2.0
package tiphys.app.cli;

import tiphys.exporter.cluster.BadWay;

/** What must stand in the sentence that tells of a bad way: what is wrong, and what to do. */
public final class BadWords {
  private BadWords() {}

  public static String of(BadWay way) {
    return switch (way) {
      case NO_SUCH_HOST -> "No computer is known under the name “no-such-host.invalid”. Check";
      case NOBODY_LISTENS -> "Nothing answers at http://localhost:";
      case NO_TLS_THERE -> "does not speak TLS. If you trust the network in between, write http://";
      case TLS_ONLY -> "speaks TLS only. Write https:// instead of http://";
      case SELF_SIGNED -> "Nobody this computer trusts vouches for the certificate of https://";
      case EXPIRED_CERTIFICATE -> "is valid from 2020-01-01 to 2020-01-31, and here it is 20";
      case OTHER_HOST -> "The certificate is not for “localhost” but for argo.example. Use";
      case EXPIRED_TOKEN -> "it is missing, wrong or expired. Give a new one";
      case NO_ACCESS -> "Your account may not do this: ";
      case WITHOUT_ARGO -> "has no Argo Workflows. Have it installed";
      case TOO_OLD -> "The cluster runs Argo v3.4.17; at least 3.6 is needed. Ask for an update";
      case PAGE_OF_A_PROXY -> "it sent a web page or nothing that can be read. Check the address";
      case BREAKS_OFF -> "ended the connection before its answer was complete. Try again";
      case OVERLOADED -> "takes no more requests at the moment. Wait a little";
      case SILENT -> "did not answer within 1 s. Try again";
    };
  }

  public static String ofKubeconfig(BadWay way) {
    return way == BadWay.SELF_SIGNED
        ? "Nobody that the kubeconfig trusts vouches for the certificate of https://"
        : of(way);
  }
}
